package org.hms.terminology.ecl;

import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.hms.terminology.ecl.grammar.EclLexer;
import org.hms.terminology.ecl.grammar.EclParser;
import org.hms.terminology.graph.CompiledGraph;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** The Expression Constraint Language: read a constraint, find the concepts it holds for. */
public final class Ecl {
    private static final int MAX_CHARACTERS = 32_768;
    private static final int MAX_DEPTH = 48;

    private Ecl() {}

    /** What the constraint says; an {@link EclException} tells where it is not ECL. */
    public static Constraint parse(String constraint) {
        requireShort(constraint);
        var lexer = new EclLexer(CharStreams.fromString(constraint));
        lexer.removeErrorListeners();
        var tokens = new CommonTokenStream(lexer);
        tokens.fill();
        requireShallow(constraint, tokens);
        var parser = new EclParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new Refusal(reason -> invalid(constraint, reason)));
        return new ConstraintReader(constraint).read(parser.constraint().expression());
    }

    /** The concepts of the release that the constraint holds for. */
    public static RoaringBitmap evaluate(String constraint, CompiledGraph graph) {
        try {
            return new Evaluation(graph).evaluate(parse(constraint));
        } catch (UnknownConceptException e) {
            throw invalid(constraint, e.getMessage());
        }
    }

    static EclException invalid(String constraint, @Nullable String reason) {
        return new EclException("Invalid ECL expression '%s': %s".formatted(constraint, reason));
    }

    static void requireShort(String constraint) {
        if (constraint.length() > MAX_CHARACTERS) {
            throw new EclException("An ECL expression has at most %,d characters, not %,d"
                    .formatted(MAX_CHARACTERS, constraint.length()));
        }
    }

    /** Before anything recurses. */
    static void requireShallow(String constraint, CommonTokenStream tokens) {
        var depth = 0;
        for (var token : tokens.getTokens()) {
            switch (token.getText()) {
                case "(", "{" -> depth++;
                case ")", "}" -> depth--;
                default -> {}
            }
            if (depth > MAX_DEPTH) {
                throw new EclException("An ECL expression is nested at most " + MAX_DEPTH + " deep; character "
                        + token.getStartIndex() + " of " + constraint.length() + " opens one more");
            }
        }
    }
}
