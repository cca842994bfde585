package org.hms.terminology.ecl;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.jspecify.annotations.Nullable;

/** Refuses at the first error, with its place. */
final class Refusal extends BaseErrorListener {
    private final String constraint;

    Refusal(String constraint) {
        this.constraint = constraint;
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            @Nullable Object symbol,
            int line,
            int column,
            String message,
            @Nullable RecognitionException cause) {
        throw Ecl.invalid(constraint, "line %d, character %d: %s".formatted(line, column, message));
    }
}
