package org.hms.terminology.ecl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.hms.terminology.ecl.grammar.ScgLexer;
import org.hms.terminology.ecl.grammar.ScgParser;

/** Reads SNOMED CT's compositional grammar. */
final class ExpressionReader {
    private ExpressionReader() {}

    /** An {@link EclException} tells where it is no expression. */
    static Expression read(String text) {
        Ecl.requireShort(text);
        var lexer = new ScgLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        var tokens = new CommonTokenStream(lexer);
        tokens.fill();
        Ecl.requireShallow(text, tokens);
        var parser = new ScgParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new Refusal(EclException::new));
        return expression(parser.input().expression());
    }

    private static Expression expression(ScgParser.ExpressionContext expression) {
        var groups = new ArrayList<Expression.Group>();
        var refinement = expression.refinement();
        if (refinement != null) {
            if (refinement.attributeSet() != null) {
                for (var attribute : refinement.attributeSet().attribute()) {
                    groups.add(new Expression.Group(false, List.of(attribute(attribute))));
                }
            }
            for (var group : refinement.group()) {
                groups.add(new Expression.Group(
                        true,
                        group.attributeSet().attribute().stream()
                                .map(ExpressionReader::attribute)
                                .toList()));
            }
        }
        return new Expression(
                expression.concept().stream().map(ExpressionReader::code).toList(), groups);
    }

    private static Expression.Attribute attribute(ScgParser.AttributeContext attribute) {
        return new Expression.Attribute(code(attribute.concept()), value(attribute.value()));
    }

    private static Expression.Value value(ScgParser.ValueContext value) {
        if (value.concept() != null) {
            return new Expression.Concept(code(value.concept()));
        }
        if (value.expression() != null) {
            return new Expression.Nested(expression(value.expression()));
        }
        var text = value.getText();
        return new Expression.Literal(
                text.startsWith("\"") ? text.substring(1, text.length() - 1) : text.toLowerCase(Locale.ROOT));
    }

    private static String code(ScgParser.ConceptContext concept) {
        return concept.INTEGER().getText();
    }
}
