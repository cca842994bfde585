package org.hms.terminology.graph;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Takes the numbers of the designations that a query finds, in the index's order. */
abstract sealed class FoundDocuments extends SimpleCollector permits FoundConcepts, FoundDesignations {
    private NumericDocValues numbers = DocValues.emptyNumeric();

    abstract void found(int designation);

    /** The index is one segment, so one thread reads it from the first document to the last. */
    final CollectorManager<FoundDocuments, Boolean> manager() {
        return new CollectorManager<>() {
            @Override
            public FoundDocuments newCollector() {
                return FoundDocuments.this;
            }

            @Override
            public Boolean reduce(Collection<FoundDocuments> collectors) {
                return !collectors.isEmpty();
            }
        };
    }

    @Override
    protected final void doSetNextReader(LeafReaderContext context) throws IOException {
        numbers = DocValues.getNumeric(context.reader(), DesignationDocuments.NUMBER);
    }

    @Override
    public final void collect(int document) throws IOException {
        if (numbers.advanceExact(document)) {
            found((int) numbers.longValue());
        }
    }

    @Override
    public final ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
