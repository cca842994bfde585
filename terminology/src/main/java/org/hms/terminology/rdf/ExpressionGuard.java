package org.hms.terminology.rdf;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprNone;
import org.apache.jena.sparql.expr.ExprTripleTerm;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.ExprVisitorFunction;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Objects to each function that is not on the list; no function by its IRI but XSD's casts. Concatenation is rationed,
 * because each may double a text, and a regular expression must be one that no text keeps busy.
 */
final class ExpressionGuard extends ExprVisitorFunction {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final int MOST_CONCATENATIONS = 3;
    private static final int MOST_PARTS = 8;

    private static final Set<String> FUNCTIONS = names("""
            Add Bound Cast Coalesce Datatype DateTimeDay DateTimeMonth DateTimeYear Divide Equals Exists GreaterThan
            GreaterThanOrEqual If IsBlank IsIRI IsLiteral IsNumeric IsURI Lang LangMatches LessThan LessThanOrEqual LogicalAnd
            LogicalNot LogicalOr Multiply NotEquals NotExists NotOneOf NumAbs NumCeiling NumFloor NumRound OneOf Regex SameTerm
            Str StrAfter StrBefore StrConcat StrContains StrDatatype StrEndsWith StrLang StrLength StrLowerCase StrStartsWith
            StrSubstring StrUpperCase Subtract UnaryMinus UnaryPlus""", "E_");
    private static final Set<String> AGGREGATES = names("""
            Avg AvgDistinct Count CountDistinct CountVar CountVarDistinct Max MaxDistinct Min MinDistinct Sample SampleDistinct
            Sum SumDistinct GroupConcat GroupConcatDistinct""", "Agg");

    private String objection = "";
    private int concatenations;

    String objection() {
        return objection;
    }

    @Override
    protected void visitExprFunction(ExprFunction function) {
        var name = function.getClass().getSimpleName();
        if (function instanceof E_Function byIri) {
            require(
                    byIri.getFunctionIRI().startsWith(XSD),
                    "The function " + byIri.getFunctionIRI() + " is not allowed");
            return;
        }
        require(FUNCTIONS.contains(name), "The function " + name.replace("E_", "") + " is not allowed here");
        if (function instanceof E_Regex regex) {
            requireHarmless(regex);
        } else if (function instanceof E_StrConcat concat) {
            require(
                    ++concatenations <= MOST_CONCATENATIONS && concat.getArgs().size() <= MOST_PARTS,
                    "CONCAT is taken " + MOST_CONCATENATIONS + " times, with " + MOST_PARTS + " parts");
        }
    }

    private void requireHarmless(E_Regex regex) {
        Expr pattern = regex.getArg(2);
        Expr flags = regex.getArg(3);
        require(pattern.isConstant() && (flags == null || flags.isConstant()), "A regular expression is a constant");
        if (pattern.isConstant()) {
            require(
                    HarmlessRegex.is(pattern.getConstant().asUnquotedString()),
                    "A regular expression has no back reference, no group that repeats and at most three open repetitions");
        }
    }

    @Override
    public void visit(ExprFunctionOp operation) {
        visitExprFunction(operation);
    }

    @Override
    public void visit(ExprAggregator aggregate) {
        var name = aggregate.getAggregator().getClass().getSimpleName();
        require(AGGREGATES.contains(name), "The aggregate " + name.replace("Agg", "") + " is not allowed here");
    }

    @Override
    public void visit(ExprTripleTerm term) {
        require(false, "Triple terms are not allowed here");
    }

    @Override
    public void visit(NodeValue value) {}

    @Override
    public void visit(ExprVar variable) {}

    @Override
    public void visit(ExprNone none) {}

    private void require(boolean holds, String otherwise) {
        if (!holds && objection.isEmpty()) {
            objection = otherwise;
        }
    }

    private static Set<String> names(String list, String prefix) {
        return Stream.of(list.strip().split("\\s+")).map(name -> prefix + name).collect(Collectors.toUnmodifiableSet());
    }
}
