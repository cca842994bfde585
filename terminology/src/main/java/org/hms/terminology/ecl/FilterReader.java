package org.hms.terminology.ecl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hms.terminology.ecl.FieldTest.Order;
import org.hms.terminology.ecl.grammar.EclParser;

/** Reads filters in double braces and the values that attributes are compared with. */
final class FilterReader {
    private static final Set<String> OF_TEXTS =
            Set.of("term", "language", "type", "typeid", "dialect", "dialectid", "id", "active");
    private static final Set<String> OF_CONCEPTS =
            Set.of("definitionstatus", "definitionstatusid", "moduleid", "effectivetime", "active");

    private final ConstraintReader constraints;

    FilterReader(ConstraintReader constraints) {
        this.constraints = constraints;
    }

    Constraint apply(Constraint to, EclParser.FilterContext filter) {
        if (filter.word() != null) {
            var named = filter.expression() == null
                    ? List.<Constraint>of()
                    : List.of(constraints.read(filter.expression()));
            var profile = constraints.profile(filter.word());
            return new Constraint.WithHistory(to, named.isEmpty() ? profile : Constraint.HistoryProfile.NAMED, named);
        }
        if (filter.M() != null) {
            throw constraints.refuse(filter, "a filter of members follows a reference set");
        }
        var ofTexts = filter.C() == null;
        for (var test : filter.test()) {
            var known = ofTexts ? OF_TEXTS : OF_CONCEPTS;
            if (!known.contains(test.word().getText().toLowerCase(Locale.ROOT))) {
                throw constraints.refuse(test.word(), "a filter has the fields " + known);
            }
        }
        return new Constraint.Filtered(to, ofTexts, tests(filter));
    }

    List<FieldTest> tests(EclParser.FilterContext filter) {
        return filter.test().stream()
                .map(test -> new FieldTest(
                        test.word().getText(), Order.of(test.order().getText()), value(test.value())))
                .toList();
    }

    Refinement.Comparison comparison(EclParser.ComparisonContext comparison) {
        return switch (comparison) {
            case EclParser.ToConceptsContext concepts ->
                new Refinement.AmongConcepts(constraints.operand(concepts.operand()), isNegation(concepts.equality()));
            case EclParser.ToNumberContext number ->
                literal(
                        Order.of(number.order().getText()),
                        number(number.NUMBER().getText()));
            case EclParser.ToTextContext text -> literal(order(text.equality()), texts(List.of(text.text())));
            case EclParser.ToTextsContext text -> literal(order(text.equality()), texts(text.text()));
            case EclParser.ToTruthContext truth -> literal(order(truth.equality()), truth(truth.word()));
            default -> throw constraints.refuse(comparison, "no such comparison");
        };
    }

    private FieldTest.Operand value(EclParser.ValueContext value) {
        return switch (value) {
            case EclParser.TextValueContext text -> texts(List.of(text.text()));
            case EclParser.TextValuesContext text -> texts(text.text());
            case EclParser.NumberValueContext number -> number(number.NUMBER().getText());
            case EclParser.NamedValueContext named -> named(List.of(named.named()));
            case EclParser.NamedValuesContext named -> named(named.named());
            case EclParser.ConceptValuesContext concepts ->
                new FieldTest.Named(concepts.concept().stream()
                        .map(concept -> new FieldTest.Name(concept.INTEGER().getText(), List.of()))
                        .toList());
            case EclParser.ConceptValueContext concept -> concept(concept.operand());
            default -> throw constraints.refuse(value, "no such value");
        };
    }

    /** A bare number may be an identifier of something other than a concept, or 0 or 1. */
    private FieldTest.Operand concept(EclParser.OperandContext operand) {
        var isBare = operand.hierarchy() == null
                && operand.memberOf() == null
                && operand.filter().isEmpty();
        return isBare && operand.focus() instanceof EclParser.OneContext one
                ? new FieldTest.Named(
                        List.of(new FieldTest.Name(one.concept().INTEGER().getText(), List.of())))
                : new FieldTest.Concepts(constraints.operand(operand));
    }

    private FieldTest.Named named(List<EclParser.NamedContext> named) {
        var names = new ArrayList<FieldTest.Name>();
        for (var one : named) {
            var acceptability = one.acceptability();
            var words = new ArrayList<String>();
            if (acceptability != null) {
                acceptability.word().forEach(word -> words.add(word.getText().toLowerCase(Locale.ROOT)));
                acceptability.concept().forEach(concept -> words.add(constraints.identifier(concept)));
            }
            var name = one.word() == null
                    ? constraints.identifier(one.concept())
                    : one.word().getText().toLowerCase(Locale.ROOT);
            names.add(new FieldTest.Name(name, words));
        }
        return new FieldTest.Named(names);
    }

    private FieldTest.Texts texts(List<EclParser.TextContext> texts) {
        return new FieldTest.Texts(texts.stream().map(this::text).toList());
    }

    private FieldTest.Text text(EclParser.TextContext text) {
        var kind = text.word() == null ? "match" : text.word().getText().toLowerCase(Locale.ROOT);
        if (!kind.equals("match") && !kind.equals("wild")) {
            throw constraints.refuse(text, "a text is matched (match) or a pattern (wild)");
        }
        var quoted = text.STRING().getText();
        var plain = quoted.substring(1, quoted.length() - 1).replaceAll("\\\\(.)", "$1");
        return new FieldTest.Text(plain, kind.equals("wild"));
    }

    private static FieldTest.Number number(String token) {
        return new FieldTest.Number(new BigDecimal(token.substring(1)));
    }

    private FieldTest.Named truth(EclParser.WordContext word) {
        var name = word.getText().toLowerCase(Locale.ROOT);
        if (!name.equals("true") && !name.equals("false")) {
            throw constraints.refuse(word, "a value is a concept, a number, a text, true or false");
        }
        return new FieldTest.Named(List.of(new FieldTest.Name(name, List.of())));
    }

    private static Refinement.Comparison literal(Order order, FieldTest.Operand operand) {
        return new Refinement.AmongLiterals(new FieldTest("value", order, operand));
    }

    private static Order order(EclParser.EqualityContext equality) {
        return isNegation(equality) ? Order.NOT_EQUAL : Order.EQUAL;
    }

    private static boolean isNegation(EclParser.EqualityContext equality) {
        return !equality.getText().equals("=");
    }
}
