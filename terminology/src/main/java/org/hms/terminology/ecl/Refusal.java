package org.hms.terminology.ecl;

import java.util.function.Function;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.jspecify.annotations.Nullable;

/** Refuses at the first error, with its place. */
final class Refusal extends BaseErrorListener {
    private final Function<String, EclException> refusal;

    Refusal(Function<String, EclException> refusal) {
        this.refusal = refusal;
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            @Nullable Object symbol,
            int line,
            int column,
            String message,
            @Nullable RecognitionException cause) {
        throw refusal.apply("line %d, character %d: %s".formatted(line, column, message));
    }
}
