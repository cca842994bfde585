package org.hms.registry.facility.store.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** What is looked for: the places that the index's terms and points give, and of these the ones that pass all checks. */
final class Wanted {

    private final List<Query> queries = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();

    /** What is asked of a place beyond what terms and points say. */
    interface Check {
        boolean holds(LeafPlaces places, int document) throws IOException;
    }

    /** Is shown what was found, in the order of ids within each segment. */
    interface Visitor {
        /** Whether it wants to see more of the segment. */
        boolean visit(LeafPlaces places, int document) throws IOException;
    }

    Wanted require(Query query) {
        queries.add(query);
        return this;
    }

    Wanted require(Check check) {
        checks.add(check);
        return this;
    }

    /** The same and more. */
    Wanted and(Query query, Check check) {
        var narrower = new Wanted();
        narrower.queries.addAll(queries);
        narrower.checks.addAll(checks);
        return narrower.require(query).require(check);
    }

    void each(IndexSearcher searcher, Visitor visitor) throws IOException {
        var weight = weight(searcher);
        for (var leaf : searcher.getIndexReader().leaves()) {
            var scorer = weight.scorer(leaf);
            if (scorer != null) {
                each(leaf, scorer.iterator(), visitor);
            }
        }
    }

    private void each(LeafReaderContext leaf, DocIdSetIterator found, Visitor visitor) throws IOException {
        var places = new LeafPlaces(leaf.reader());
        var live = leaf.reader().getLiveDocs();
        for (int document = found.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = found.nextDoc()) {
            boolean there = live == null || live.get(document);
            if (there && passes(places, document) && !visitor.visit(places, document)) {
                return;
            }
        }
    }

    private boolean passes(LeafPlaces places, int document) throws IOException {
        for (var check : checks) {
            if (!check.holds(places, document)) {
                return false;
            }
        }
        return true;
    }

    /** At most so many, roughly, without looking at them. */
    long atMost(IndexSearcher searcher) throws IOException {
        var weight = weight(searcher);
        long most = 0;
        for (var leaf : searcher.getIndexReader().leaves()) {
            var supplier = weight.scorerSupplier(leaf);
            most += supplier == null ? 0 : supplier.cost();
        }
        return most;
    }

    private Weight weight(IndexSearcher searcher) throws IOException {
        var all = new BooleanQuery.Builder();
        queries.forEach(query -> all.add(query, Occur.FILTER));
        var query = queries.isEmpty() ? MatchAllDocsQuery.INSTANCE : all.build();
        return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    }
}
