package org.hms.matching.block;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.score.BlockingRule;

/** Reads postings directly: blocks are sets, so no scorer and no query is needed. Recent records outweigh the index. */
record BlockSearch(IndexReader reader, RecentRecords recent) {

    /** A record that was found, and in how many of the probe's blocks it is. */
    private record Hit(int blocks, Candidate candidate) {}

    /** One key of the probe, and where its block lies: in memory and in segments of the index. */
    private record Block(BlockingRule rule, BytesRef key, Collection<String> recent, List<Part> parts) {
        int size() {
            return recent.size() + parts.stream().mapToInt(Part::documents).sum();
        }
    }

    private record Part(LeafReaderContext leaf, PostingsEnum postings, int documents) {}

    Candidates find(ComparablePerson probe, List<BlockingRule> rules, int limit) throws IOException {
        var blocks = blocks(probe, rules);
        for (var leaf : reader.leaves()) {
            look(leaf, blocks);
        }
        var documents = new Counts();
        var recents = new HashMap<String, Integer>();
        var overflows = new ArrayList<BlockOverflow>();
        for (var block : blocks) {
            // Counts replaced documents until they are merged away, so it may refuse slightly early, never late.
            if (block.size() > block.rule().cap()) {
                overflows.add(new BlockOverflow(block.rule().id(), block.size()));
            } else {
                block.recent().forEach(id -> recents.merge(id, 1, Integer::sum));
                for (var part : block.parts()) {
                    collect(part, documents);
                }
            }
        }
        var hits = new ArrayList<Hit>();
        read(documents.most(limit), hits);
        recents.forEach((id, count) -> {
            var person = recent.get(id);
            if (person != null) {
                hits.add(new Hit(count, new Candidate(id, person)));
            }
        });
        hits.sort(Comparator.comparingInt((Hit hit) -> -hit.blocks())
                .thenComparing(hit -> hit.candidate().recordId()));
        var best = hits.stream().limit(limit).map(Hit::candidate).toList();
        return new Candidates(best, overflows);
    }

    private List<Block> blocks(ComparablePerson probe, List<BlockingRule> rules) {
        var blocks = new ArrayList<Block>();
        for (var rule : rules) {
            for (var key : BlockKey.of(rule, probe)) {
                blocks.add(new Block(rule, key, recent.block(key), new ArrayList<>(2)));
            }
        }
        return blocks;
    }

    /** Each key is looked up once in a segment. */
    private static void look(LeafReaderContext leaf, List<Block> blocks) throws IOException {
        var terms = leaf.reader().terms(CandidateIndex.KEY);
        if (terms == null) {
            return;
        }
        var lookup = terms.iterator();
        for (var block : blocks) {
            if (lookup.seekExact(block.key())) {
                block.parts().add(new Part(leaf, lookup.postings(null, PostingsEnum.NONE), lookup.docFreq()));
            }
        }
    }

    private static void collect(Part part, Counts counts) throws IOException {
        var live = part.leaf().reader().getLiveDocs();
        var postings = part.postings();
        for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
            if (live == null || live.get(doc)) {
                counts.add(part.leaf().docBase + doc);
            }
        }
    }

    /** Reads documents in their order, segment by segment. */
    private void read(List<Counts.Counted> documents, List<Hit> hits) throws IOException {
        int next = 0;
        for (var leaf : reader.leaves()) {
            int end = leaf.docBase + leaf.reader().maxDoc();
            if (next == documents.size() || documents.get(next).number() >= end) {
                continue;
            }
            var records = records(leaf.reader());
            for (; next < documents.size() && documents.get(next).number() < end; next++) {
                var record = record(records, documents.get(next).number() - leaf.docBase);
                var id = record.text();
                if (!recent.knows(id)) {
                    var person = ComparablePersonCodec.decodeWeighed(record);
                    hits.add(new Hit(documents.get(next).count(), new Candidate(id, person)));
                }
            }
        }
    }

    Optional<ComparablePerson> get(String recordId) throws IOException {
        return recent.knows(recordId) ? Optional.ofNullable(recent.get(recordId)) : written(recordId);
    }

    /** How many records there are. */
    long size() throws IOException {
        long size = reader.numDocs() + recent.living().size();
        for (var id : recent.all().keySet()) {
            size -= written(id).isPresent() ? 1 : 0;
        }
        return size;
    }

    private Optional<ComparablePerson> written(String recordId) throws IOException {
        var term = new Term(CandidateIndex.ID, recordId);
        for (var leaf : reader.leaves()) {
            var postings = leaf.reader().postings(term, PostingsEnum.NONE);
            var live = leaf.reader().getLiveDocs();
            for (int doc = postings == null ? DocIdSetIterator.NO_MORE_DOCS : postings.nextDoc();
                    postings != null && doc != DocIdSetIterator.NO_MORE_DOCS;
                    doc = postings.nextDoc()) {
                if (live == null || live.get(doc)) {
                    var record = record(records(leaf.reader()), doc);
                    record.text();
                    return Optional.of(ComparablePersonCodec.decode(record));
                }
            }
        }
        return Optional.empty();
    }

    Set<String> recordIds() throws IOException {
        var ids = new HashSet<String>();
        for (var leaf : reader.leaves()) {
            var live = leaf.reader().getLiveDocs();
            var records = records(leaf.reader());
            for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                if (live == null || live.get(doc)) {
                    ids.add(record(records, doc).text());
                }
            }
        }
        ids.removeAll(recent.all().keySet());
        ids.addAll(recent.living());
        return ids;
    }

    private static BinaryDocValues records(LeafReader leaf) throws IOException {
        return Objects.requireNonNullElseGet(leaf.getBinaryDocValues(CandidateIndex.RECORD), DocValues::emptyBinary);
    }

    /** The record's id, then the person. */
    private static Bytes record(BinaryDocValues records, int document) throws IOException {
        if (!records.advanceExact(document)) {
            throw new IllegalStateException("Every document of the index has an id and a person");
        }
        var value = records.binaryValue();
        return new Bytes(value.bytes, value.offset);
    }
}
