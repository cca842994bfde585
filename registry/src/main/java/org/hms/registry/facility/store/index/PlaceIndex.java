package org.hms.registry.facility.store.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.hms.registry.facility.Place;
import org.jspecify.annotations.Nullable;

/**
 * One document for each place, within each segment in the order of ids. It is a view that may be deleted: it knows the change up
 * to which it was built, and starts empty when it is damaged or of another form.
 */
final class PlaceIndex implements AutoCloseable {

    private static final String FORM = "form";
    private static final String CHANGE = "change";
    private static final String VERSION = "version";

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /** A change of the directory and the version that was published by it, by which another database is known. */
    record Mark(long change, String version) {
        static final Mark NOTHING = new Mark(0, "");
    }

    private PlaceIndex(Directory directory) throws IOException {
        this.directory = directory;
        this.writer = new IndexWriter(
                directory,
                new IndexWriterConfig().setIndexSort(new Sort(new SortField(PlaceDocument.ID, SortField.Type.STRING))));
        this.searchers = new SearcherManager(writer, new Uncached());
    }

    static PlaceIndex open(Path path) {
        try {
            var directory = FSDirectory.open(path);
            if (!isUsable(directory)) {
                empty(directory);
            }
            return new PlaceIndex(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("The index of places at " + path + " does not open", e);
        }
    }

    private static boolean isUsable(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return directory.listAll().length == 0;
        }
        try (var reader = DirectoryReader.open(directory)) {
            return PlaceDocument.FORM.equals(
                    reader.getIndexCommit().getUserData().get(FORM));
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | NoSuchFileException damaged) {
            return false;
        }
    }

    /** Under the lock, lest the files of an index in use be taken away. */
    private static void empty(Directory directory) throws IOException {
        try (var lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            lock.ensureValid();
            for (var file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
        }
    }

    /** Up to where it was durable when it was opened. */
    Mark builtUpTo() {
        var data = writer.getLiveCommitData();
        if (data != null) {
            var texts = new HashMap<String, String>();
            data.forEach(entry -> texts.put(entry.getKey(), entry.getValue()));
            var change = texts.get(CHANGE);
            var version = texts.get(VERSION);
            if (change != null && version != null) {
                return new Mark(Long.parseLong(change), version);
            }
        }
        return Mark.NOTHING;
    }

    /** Adds places, or replaces what was known of them; found when this returns. */
    void put(Collection<Place> places) {
        writing(() -> {
            for (var place : places) {
                writer.updateDocument(new Term(PlaceDocument.ID, place.id()), PlaceDocument.of(place));
            }
            searchers.maybeRefreshBlocking();
        });
    }

    void clear() {
        writing(() -> {
            writer.deleteAll();
            searchers.maybeRefreshBlocking();
        });
        commit(Mark.NOTHING);
    }

    /** Makes all that was put durable, as built up to there. */
    void commit(Mark upTo) {
        writing(() -> {
            writer.setLiveCommitData(
                    Map.of(FORM, PlaceDocument.FORM, CHANGE, Long.toString(upTo.change()), VERSION, upTo.version())
                            .entrySet());
            writer.commit();
        });
    }

    /** Looks something up in one state of the index. */
    <R> R reading(Reading<R> reading) {
        try {
            var searcher = searchers.acquire();
            try {
                return reading.from(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AlreadyClosedException e) {
            throw closed(e);
        }
    }

    private static void writing(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AlreadyClosedException e) {
            throw closed(e);
        }
    }

    private static UncheckedIOException closed(AlreadyClosedException e) {
        return new UncheckedIOException(new IOException("The index of places was closed by a former failure", e));
    }

    /** What was not committed is put again after the next start. */
    @Override
    public void close() {
        writing(() -> {
            searchers.close();
            writer.rollback();
            directory.close();
        });
    }

    interface Reading<R> {
        R from(IndexSearcher searcher) throws IOException;
    }

    private interface Writing {
        void write() throws IOException;
    }

    /** Hardly a question is asked twice. */
    private static final class Uncached extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            var searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            return searcher;
        }
    }
}
