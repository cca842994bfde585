package org.hms.terminology.ecl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;
import org.hms.terminology.ecl.Constraint.Direction;
import org.hms.terminology.ecl.Constraint.HistoryProfile;
import org.hms.terminology.ecl.grammar.EclParser;

/** Makes of the grammar's tree what a constraint says. */
final class ConstraintReader {
    private static final Pattern IDENTIFIER = Pattern.compile("[1-9]\\d{5,17}");

    private final String constraint;
    private final FilterReader filters;

    ConstraintReader(String constraint) {
        this.constraint = constraint;
        filters = new FilterReader(this);
    }

    Constraint read(EclParser.ExpressionContext expression) {
        return switch (expression) {
            case EclParser.RefinedContext refined ->
                new Constraint.Refined(operand(refined.operand()), refinement(refined.refinement()));
            case EclParser.BothContext both -> new Constraint.Both(operands(both.operand()));
            case EclParser.EitherContext either -> new Constraint.Either(operands(either.operand()));
            case EclParser.WithoutContext without ->
                new Constraint.Without(operand(without.operand(0)), operand(without.operand(1)));
            case EclParser.DottedContext dotted -> {
                var operands = operands(dotted.operand());
                yield new Constraint.Dotted(operands.getFirst(), operands.subList(1, operands.size()));
            }
            case EclParser.PlainContext plain -> operand(plain.operand());
            default -> throw refuse(expression, "no such expression");
        };
    }

    Constraint operand(EclParser.OperandContext operand) {
        var constraint = focus(operand.focus());
        var rest = new ArrayList<>(operand.filter());
        if (operand.memberOf() != null) {
            var tests = new ArrayList<FieldTest>();
            while (!rest.isEmpty() && rest.getFirst().M() != null) {
                tests.addAll(filters.tests(rest.removeFirst()));
            }
            constraint = new Constraint.MemberOf(constraint, fields(operand.memberOf()), tests);
        }
        if (operand.hierarchy() != null) {
            constraint = new Constraint.Related(Direction.of(operand.hierarchy().getText()), constraint);
        }
        for (var filter : rest) {
            constraint = filters.apply(constraint, filter);
        }
        return constraint;
    }

    String identifier(EclParser.ConceptContext concept) {
        var code = concept.INTEGER().getText();
        if (!IDENTIFIER.matcher(code).matches()) {
            throw refuse(concept, "no SNOMED CT identifier");
        }
        return code;
    }

    EclException refuse(ParserRuleContext place, String reason) {
        return Ecl.invalid(
                constraint,
                "line %d, character %d: %s: %s"
                        .formatted(
                                place.getStart().getLine(),
                                place.getStart().getCharPositionInLine(),
                                place.getText(),
                                reason));
    }

    private Constraint focus(EclParser.FocusContext focus) {
        return switch (focus) {
            case EclParser.OneContext one -> new Constraint.One(identifier(one.concept()));
            case EclParser.AnyContext _ -> new Constraint.Any();
            case EclParser.AlternateContext alternate ->
                new Constraint.One(alternate.ALTERNATE().getText());
            case EclParser.NestedContext nested -> read(nested.expression());
            default -> throw refuse(focus, "no such focus");
        };
    }

    private List<Constraint> operands(List<EclParser.OperandContext> operands) {
        return operands.stream().map(this::operand).toList();
    }

    private static List<String> fields(EclParser.MemberOfContext memberOf) {
        if (memberOf.getChildCount() > 1 && memberOf.word().isEmpty()) {
            return List.of("*");
        }
        return memberOf.word().stream().map(ParserRuleContext::getText).toList();
    }

    private Refinement refinement(EclParser.RefinementContext refinement) {
        return switch (refinement) {
            case EclParser.AllRefinementsContext all ->
                new Refinement.All(
                        all.subRefinement().stream().map(this::subRefinement).toList());
            case EclParser.SomeRefinementContext some ->
                new Refinement.Some(
                        some.subRefinement().stream().map(this::subRefinement).toList());
            case EclParser.OneRefinementContext one -> subRefinement(one.subRefinement());
            default -> throw refuse(refinement, "no such refinement");
        };
    }

    private Refinement subRefinement(EclParser.SubRefinementContext sub) {
        if (sub.attributeSet() != null) {
            return attributes(sub.attributeSet());
        }
        if (sub.group() != null) {
            var cardinality = cardinality(sub.group().cardinality());
            return new Refinement.Group(cardinality, attributes(sub.group().attributeSet()));
        }
        return refinement(sub.refinement());
    }

    private Refinement attributes(EclParser.AttributeSetContext set) {
        return switch (set) {
            case EclParser.AllAttributesContext all ->
                new Refinement.All(
                        all.subAttributeSet().stream().map(this::subAttributes).toList());
            case EclParser.SomeAttributeContext some ->
                new Refinement.Some(
                        some.subAttributeSet().stream().map(this::subAttributes).toList());
            case EclParser.OneAttributeContext one -> subAttributes(one.subAttributeSet());
            default -> throw refuse(set, "no such attributes");
        };
    }

    private Refinement subAttributes(EclParser.SubAttributeSetContext sub) {
        return sub.attribute() != null ? attribute(sub.attribute()) : attributes(sub.attributeSet());
    }

    private Refinement attribute(EclParser.AttributeContext attribute) {
        return new Refinement.Attribute(
                cardinality(attribute.cardinality()),
                attribute.R() != null,
                operand(attribute.operand()),
                filters.comparison(attribute.comparison()));
    }

    private Cardinality cardinality(EclParser.@org.jspecify.annotations.Nullable CardinalityContext cardinality) {
        if (cardinality == null) {
            return Cardinality.SOME;
        }
        try {
            var min = Integer.parseInt(cardinality.INTEGER(0).getText());
            return new Cardinality(
                    min,
                    cardinality.INTEGER().size() < 2
                            ? Integer.MAX_VALUE
                            : Integer.parseInt(cardinality.INTEGER(1).getText()));
        } catch (NumberFormatException | EclException _) {
            throw refuse(cardinality, "no cardinality");
        }
    }

    /** HISTORY, HISTORY-MIN, HISTORY-MOD or HISTORY-MAX. */
    HistoryProfile profile(EclParser.WordContext word) {
        return switch (word.getText().toUpperCase(Locale.ROOT)) {
            case "HISTORY", "HISTORY-MAX" -> HistoryProfile.MAX;
            case "HISTORY-MOD" -> HistoryProfile.MOD;
            case "HISTORY-MIN" -> HistoryProfile.MIN;
            default -> throw refuse(word, "no history supplement");
        };
    }
}
