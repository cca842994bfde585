package org.hms.matching.block;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.score.BlockingRule;

/** Reads postings directly: blocks are sets, so no scorer and no query is needed. */
record BlockSearch(IndexReader reader) {

    /** A document and in how many of the probe's blocks it is. */
    private record Hit(int document, int blocks) {}

    Candidates find(ComparablePerson probe, List<BlockingRule> rules, int limit) throws IOException {
        var blocks = new HashMap<Integer, Integer>();
        var overflows = new ArrayList<BlockOverflow>();
        for (var rule : rules) {
            for (var key : new LinkedHashSet<>(rule.keys(probe))) {
                var term = new Term(CandidateIndex.KEY, key);
                // Counts deleted documents until they are merged away, so it may refuse slightly early, never late.
                int size = reader.docFreq(term);
                if (size > rule.cap()) {
                    overflows.add(new BlockOverflow(rule.id(), size));
                } else if (size > 0) {
                    collect(term, blocks);
                }
            }
        }
        var best = blocks.entrySet().stream()
                .map(entry -> new Hit(entry.getKey(), entry.getValue()))
                .sorted((a, b) -> a.blocks() != b.blocks() ? b.blocks() - a.blocks() : a.document() - b.document())
                .limit(limit)
                .sorted((a, b) -> a.document() - b.document())
                .toList();
        return new Candidates(read(best), overflows);
    }

    private void collect(Term term, Map<Integer, Integer> blocks) throws IOException {
        for (var leaf : reader.leaves()) {
            var postings = leaf.reader().postings(term, PostingsEnum.NONE);
            if (postings == null) {
                continue;
            }
            var live = leaf.reader().getLiveDocs();
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                if (live == null || live.get(doc)) {
                    blocks.merge(leaf.docBase + doc, 1, Integer::sum);
                }
            }
        }
    }

    /** Reads the hits in the order of the documents, then gives them back with those in most blocks first. */
    private List<Candidate> read(List<Hit> hits) throws IOException {
        var candidates = new ArrayList<Map.Entry<Integer, Candidate>>(hits.size());
        for (var hit : hits) {
            var leaf = reader.leaves().get(ReaderUtil.subIndex(hit.document(), reader.leaves()));
            int document = hit.document() - leaf.docBase;
            var candidate = new Candidate(
                    value(leaf.reader(), CandidateIndex.ID, document).utf8ToString(), person(leaf.reader(), document));
            candidates.add(Map.entry(hit.blocks(), candidate));
        }
        candidates.sort((a, b) -> a.getKey().equals(b.getKey())
                ? a.getValue().recordId().compareTo(b.getValue().recordId())
                : b.getKey() - a.getKey());
        return candidates.stream().map(Map.Entry::getValue).toList();
    }

    Optional<ComparablePerson> get(String recordId) throws IOException {
        var term = new Term(CandidateIndex.ID, recordId);
        for (var leaf : reader.leaves()) {
            var postings = leaf.reader().postings(term, PostingsEnum.NONE);
            var live = leaf.reader().getLiveDocs();
            for (int doc = postings == null ? DocIdSetIterator.NO_MORE_DOCS : postings.nextDoc();
                    postings != null && doc != DocIdSetIterator.NO_MORE_DOCS;
                    doc = postings.nextDoc()) {
                if (live == null || live.get(doc)) {
                    return Optional.of(person(leaf.reader(), doc));
                }
            }
        }
        return Optional.empty();
    }

    Set<String> recordIds() throws IOException {
        var ids = new HashSet<String>();
        for (var leaf : reader.leaves()) {
            var live = leaf.reader().getLiveDocs();
            for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                if (live == null || live.get(doc)) {
                    ids.add(value(leaf.reader(), CandidateIndex.ID, doc).utf8ToString());
                }
            }
        }
        return ids;
    }

    private static ComparablePerson person(LeafReader leaf, int document) throws IOException {
        var bytes = value(leaf, CandidateIndex.PERSON, document);
        return ComparablePersonCodec.decode(bytes.bytes, bytes.offset, bytes.length);
    }

    private static BytesRef value(LeafReader leaf, String field, int document) throws IOException {
        BinaryDocValues values = leaf.getBinaryDocValues(field);
        if (values == null || !values.advanceExact(document)) {
            throw new IllegalStateException("Every document of the index has the field " + field);
        }
        return values.binaryValue();
    }
}
