package org.hms.terminology.rdf;

import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorByTypeBase;
import org.apache.jena.sparql.algebra.op.Op0;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExt;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpNull;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpReduced;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.expr.ExprVisitor;

/** Walks a query's algebra and objects to each operator that is not on the list; the first objection is kept. */
final class AlgebraGuard extends OpVisitorByTypeBase {
    private static final int MOST_PATTERNS = 60;

    private static final Set<Class<? extends Op>> ALLOWED = Set.of(
            OpBGP.class,
            OpDistinct.class,
            OpExtend.class,
            OpFilter.class,
            OpGroup.class,
            OpJoin.class,
            OpLeftJoin.class,
            OpMinus.class,
            OpNull.class,
            OpOrder.class,
            OpPath.class,
            OpProject.class,
            OpReduced.class,
            OpSequence.class,
            OpSlice.class,
            OpTable.class,
            OpTriple.class,
            OpUnion.class);
    /** Predicates that Jena would run as code, or that name a machine's files. */
    private static final Set<String> RUN_AS_CODE =
            Set.of("java:", "http://jena.apache.org/", "http://jena.hpl.hp.com/", "jar:", "file:");

    private final ExpressionGuard expressions = new ExpressionGuard();
    private String objection = "";
    private int patterns;

    ExprVisitor expressions() {
        return expressions;
    }

    /** Why the query is refused; empty when it is not. */
    String objection() {
        return objection.isEmpty() ? expressions.objection() : objection;
    }

    @Override
    protected void visit0(Op0 op) {
        require(op);
    }

    @Override
    protected void visit1(Op1 op) {
        require(op);
    }

    @Override
    protected void visit2(Op2 op) {
        require(op);
    }

    @Override
    protected void visitN(OpN op) {
        require(op);
    }

    @Override
    protected void visitExt(OpExt op) {
        require(op);
    }

    private void require(Op op) {
        if (!ALLOWED.contains(op.getClass())) {
            object(op.getName() + " is not allowed here");
        } else if (op instanceof OpBGP pattern) {
            pattern.getPattern().forEach(this::require);
        } else if (op instanceof OpPath path && ++patterns > MOST_PATTERNS) {
            object("A query has at most " + MOST_PATTERNS + " patterns; the path at " + path.getName()
                    + " is one more");
        }
    }

    private void require(Triple triple) {
        if (++patterns > MOST_PATTERNS) {
            object("A query has at most " + MOST_PATTERNS + " patterns");
        }
        var predicate = triple.getPredicate();
        if (predicate.isURI() && isRunAsCode(predicate)) {
            object("The predicate " + predicate.getURI() + " is not data");
        }
    }

    private static boolean isRunAsCode(Node predicate) {
        return RUN_AS_CODE.stream().anyMatch(predicate.getURI()::startsWith);
    }

    private void object(String reason) {
        if (objection.isEmpty()) {
            objection = reason;
        }
    }
}
