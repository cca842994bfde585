package org.hms.matching.block;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.hms.matching.PersonMatcher;
import org.hms.matching.normalise.ComparablePerson;

/**
 * An index of standardised records by their blocking keys, one Lucene document for each source record. It is a view: it
 * knows up to which change of the truth it is built, and starts empty when it was written under another model or form, or
 * is damaged. Thread-safe.
 */
public final class CandidateIndex implements Closeable {
    static final String ID = "id";
    static final String KEY = "key";
    static final String RECORD = "record";
    private static final int IN_MEMORY = 2_000;

    private final PersonMatcher matcher;
    private final Directory directory;
    private IndexWriter writer;
    private SearcherManager searchers;
    private final ReadWriteLock memory = new ReentrantReadWriteLock();
    /** What is searched in memory; guarded by the lock. */
    private RecentRecords recent = new RecentRecords();
    /** What is not seen yet, by record. */
    private final Map<String, RecentRecords.Recent> pending = new LinkedHashMap<>();
    /** Whether the writer knows more than the searchers. */
    private boolean written;

    private CandidateIndex(PersonMatcher matcher, Directory directory) throws IOException {
        this.matcher = matcher;
        this.directory = directory;
        writer = IndexDirectory.writerOn(directory);
        searchers = new SearcherManager(writer, new SearcherFactory());
    }

    public static CandidateIndex open(Path path, PersonMatcher matcher) throws IOException {
        return new CandidateIndex(matcher, IndexDirectory.open(path, matcher));
    }

    /**
     * A full disk, for one, closes the index for writing. Opens it as of its last commit, without what came after; tells
     * whether that was needed.
     */
    public synchronized boolean reopenIfBroken() {
        if (writer.isOpen()) {
            return false;
        }
        memory.writeLock().lock();
        try {
            searchers.close();
            writer = IndexDirectory.writerOn(directory);
            searchers = new SearcherManager(writer, new SearcherFactory());
            recent = new RecentRecords();
            pending.clear();
            written = false;
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            memory.writeLock().unlock();
        }
    }

    /** Adds a record, or replaces what was known of it. Seen by {@link #find} after the next {@link #refresh}. */
    public synchronized void put(String recordId, ComparablePerson person) {
        var keys = BlockKey.of(matcher.model().blockingRules(), person);
        pending.put(recordId, new RecentRecords.Recent(person, keys));
        writeWhereMany();
    }

    public synchronized void remove(String recordId) {
        pending.put(recordId, RecentRecords.REMOVED);
        writeWhereMany();
    }

    private void writeWhereMany() {
        if (pending.size() >= IN_MEMORY) {
            write();
        }
    }

    /** Hands all that is in memory to the index, where it is seen after a refresh; until then memory answers for it. */
    private void write() {
        var all = new LinkedHashMap<String, RecentRecords.Recent>();
        // Written once: later changes of the same records may have been written since.
        if (!written) {
            all.putAll(recent.all());
        }
        all.putAll(pending);
        all.forEach((id, record) -> {
            var person = record.person();
            if (person == null) {
                unchecked(() -> writer.deleteDocuments(new Term(ID, id)));
            } else {
                unchecked(() -> writer.updateDocument(new Term(ID, id), document(id, person, record.keys())));
            }
        });
        pending.clear();
        written = true;
    }

    private static Document document(String recordId, ComparablePerson person, List<BytesRef> keys) {
        var document = new Document();
        document.add(new StringField(ID, recordId, Field.Store.NO));
        document.add(new BinaryDocValuesField(RECORD, new BytesRef(ComparablePersonCodec.encode(recordId, person))));
        keys.forEach(key -> document.add(new StringField(KEY, key, Field.Store.NO)));
        return document;
    }

    /** Makes every put and remove before it visible. A few records are kept in memory rather than made a segment of. */
    public synchronized void refresh() {
        if (!written && recent.size() + pending.size() < IN_MEMORY) {
            changing(() -> pending.forEach(recent::put));
            pending.clear();
            return;
        }
        write();
        unchecked(() -> {
            searchers.maybeRefreshBlocking();
            return 0L;
        });
        changing(() -> recent = new RecentRecords());
        written = false;
    }

    private void changing(Runnable change) {
        memory.writeLock().lock();
        try {
            change.run();
        } finally {
            memory.writeLock().unlock();
        }
    }

    /** Makes everything before it durable, as built up to this change of the truth. */
    public synchronized void commit(long changeNumber) {
        write();
        writer.setLiveCommitData(
                IndexDirectory.commitData(matcher, changeNumber).entrySet());
        unchecked(() -> writer.commit());
    }

    /** The change number of the last commit; 0 when there was none under this model and form. */
    public long builtUpTo() {
        return IndexDirectory.builtUpTo(writer);
    }

    /** Empties the index, durably: it is built up to change 0 again. */
    public synchronized void clear() {
        unchecked(() -> writer.deleteAll());
        changing(() -> recent = new RecentRecords());
        pending.clear();
        commit(0);
        refresh();
    }

    public long size() {
        return reading(BlockSearch::size);
    }

    /** All record ids as of the last refresh, for comparison with the truth. */
    public Set<String> recordIds() {
        return reading(BlockSearch::recordIds);
    }

    /**
     * The records that share a block with the probe as of the last refresh, at most so many, those sharing most blocks
     * first. Blocks above their rule's cap are reported and not opened.
     */
    public Candidates find(ComparablePerson probe, int limit) {
        return reading(search -> search.find(probe, matcher.model().blockingRules(), limit));
    }

    public Optional<ComparablePerson> get(String recordId) {
        return reading(search -> search.get(recordId));
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
        directory.close();
    }

    private interface Reading<T> {
        T from(BlockSearch search) throws IOException;
    }

    private interface Writing {
        long write() throws IOException;
    }

    private <T> T reading(Reading<T> reading) {
        try {
            memory.readLock().lock();
            var searcher = searchers.acquire();
            try {
                return reading.from(new BlockSearch(searcher.getIndexReader(), recent));
            } finally {
                searchers.release(searcher);
                memory.readLock().unlock();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unchecked(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AlreadyClosedException e) {
            throw new UncheckedIOException(new IOException("The index was closed by a former failure", e));
        }
    }
}
