package org.hms.matching.block;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.hms.matching.PersonMatcher;

/** Where a candidate index lies, and what its last commit says of itself: its model, its form and how far it is built. */
final class IndexDirectory {
    private static final String CHANGE = "change";
    private static final String MODEL = "model";
    private static final String FORM = "form";
    private static final double BUFFER_MEGABYTES = 64;
    /** Every key is looked up in every segment, so few are worth the merging. */
    private static final int SEGMENTS_OF_A_SIZE = 4;

    private IndexDirectory() {}

    /** A directory without what was written under another model or form, or is damaged. */
    static Directory open(Path path, PersonMatcher matcher) throws IOException {
        var directory = FSDirectory.open(path);
        if (!isUsable(directory, matcher)) {
            empty(directory);
        }
        return directory;
    }

    static IndexWriter writerOn(Directory directory) throws IOException {
        return new IndexWriter(
                directory,
                new IndexWriterConfig()
                        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                        .setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_OF_A_SIZE)));
    }

    static Map<String, String> commitData(PersonMatcher matcher, long changeNumber) {
        return Map.of(
                CHANGE, Long.toString(changeNumber),
                MODEL, matcher.model().hash(),
                FORM, Integer.toString(ComparablePersonCodec.VERSION));
    }

    /** The change number of the last commit; 0 when there was none. */
    static long builtUpTo(IndexWriter writer) {
        var data = writer.getLiveCommitData();
        if (data != null) {
            for (var entry : data) {
                if (entry.getKey().equals(CHANGE)) {
                    return Long.parseLong(entry.getValue());
                }
            }
        }
        return 0;
    }

    /** Under the lock, lest the files of an index in use be taken away. */
    private static void empty(Directory directory) throws IOException {
        var lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME);
        try (lock) {
            for (var file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
        }
    }

    private static boolean isUsable(Directory directory, PersonMatcher matcher) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return directory.listAll().length == 0;
        }
        try (var reader = DirectoryReader.open(directory)) {
            var written = reader.getIndexCommit().getUserData();
            return matcher.model().hash().equals(written.get(MODEL))
                    && Integer.toString(ComparablePersonCodec.VERSION).equals(written.get(FORM));
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | NoSuchFileException damaged) {
            return false;
        }
    }
}
