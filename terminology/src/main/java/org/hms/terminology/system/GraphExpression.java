package org.hms.terminology.system;

import java.util.ArrayList;
import java.util.List;
import org.hms.terminology.content.ContentExpression;
import org.hms.terminology.content.ContentProperty;
import org.hms.terminology.ecl.Ecl;
import org.hms.terminology.ecl.Expression;
import org.hms.terminology.ecl.Postcoordination;
import org.hms.terminology.graph.CompiledGraph;
import org.roaringbitmap.RoaringBitmap;

/** A postcoordinated expression as value sets and operations ask it. */
record GraphExpression(CompiledGraph graph, GraphContent content, Postcoordination expression)
        implements ContentExpression {

    @Override
    public String display() {
        return expression.display();
    }

    @Override
    public String language() {
        return expression.language();
    }

    @Override
    public String normalForm() {
        return expression.normalForm();
    }

    @Override
    public String remark() {
        return "The expression is grammatically correct and the concepts are valid, but the expression has not been checked"
                + " against the SNOMED CT concept model (MRCM)";
    }

    @Override
    public RoaringBitmap descendants() {
        return Ecl.evaluate(expression.constraint(), graph);
    }

    @Override
    public boolean subsumes(ContentExpression other) {
        return other.passes("constraint", "=", expression.constraint());
    }

    @Override
    public int focus() {
        return expression.focus();
    }

    @Override
    public List<ContentProperty> properties() {
        var properties = new ArrayList<>(content.properties(focus()));
        for (var group : expression.expression().groups()) {
            for (var attribute : group.attributes()) {
                properties.add(
                        switch (attribute.value()) {
                            case Expression.Concept(var code) ->
                                new ContentProperty(
                                        attribute.name(), "code", code, graph.url(), graph.display(graph.find(code)));
                            case Expression.Literal(var text) ->
                                new ContentProperty(attribute.name(), "string", text, null, null);
                            case Expression.Nested(var nested) ->
                                new ContentProperty(
                                        attribute.name(), "code", expression.display(nested), graph.url(), null);
                        });
            }
        }
        return properties;
    }

    @Override
    public boolean passes(String property, String operator, String value) {
        return switch (property) {
            case "concept", "code" ->
                switch (operator) {
                    case "is-a" -> isBeneath("<< ", value);
                    case "descendent-of" -> isBeneath("< ", value);
                    case "is-not-a" -> !isBeneath("<< ", value);
                    case "not-in" -> true;
                    default -> false;
                };
            case "ancestor" -> operator.equals("=") && isBeneath("< ", value);
            case "constraint", "expression" -> operator.equals("=") && expression.satisfies(value);
            case "expressions" -> operator.equals("=") && value.equals("true");
            case "inactive" -> operator.equals("=") && value.equals("false");
            default -> operator.equals("=") && graph.find(property) >= 0 && isBeneath("* : " + property + " = ", value);
        };
    }

    private boolean isBeneath(String constraint, String code) {
        return graph.find(code) >= 0 && expression.satisfies(constraint + code);
    }
}
