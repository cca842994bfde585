package org.hms.registry.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The regular files of a tar archive (ustar and pax) one after another, no more of it than a limit. */
final class TarFiles {
    private static final int BLOCK = 512;
    private static final int MOST_OF_ONE = 128 * 1024 * 1024;
    private static final Pattern PATH = Pattern.compile("(?m)^\\d+ path=(.*)$");

    private final InputStream archive;
    private long left;

    /** One file. */
    record TarFile(String name, byte[] content) {}

    /**
     * Reads from a stream that another one closes.
     *
     * @param limit of how many bytes the archive may be
     */
    TarFiles(InputStream archive, long limit) {
        this.archive = archive;
        this.left = limit;
    }

    /** The next file, or null at the end. */
    @Nullable
    TarFile next() throws IOException {
        String longName = null;
        for (var header = block(); header != null && header[0] != 0; header = block()) {
            var size = size(header);
            var content = read(size);
            read((BLOCK - size % BLOCK) % BLOCK);
            switch (header[156]) {
                case 'x' -> {
                    var path = PATH.matcher(new String(content, StandardCharsets.UTF_8));
                    longName = path.find() ? path.group(1) : longName;
                }
                case 'L' -> longName = text(content, 0, content.length);
                case '0', 0 -> {
                    return new TarFile(longName == null ? name(header) : longName, content);
                }
                default -> longName = null;
            }
        }
        return null;
    }

    private byte @Nullable [] block() throws IOException {
        var block = archive.readNBytes(BLOCK);
        left -= block.length;
        return block.length < BLOCK ? null : block;
    }

    private byte[] read(int size) throws IOException {
        left -= size;
        if (left < 0) {
            throw new IOException("The archive is larger than is taken");
        }
        var content = archive.readNBytes(size);
        if (content.length < size) {
            throw new IOException("The archive ends in the middle of a file");
        }
        return content;
    }

    private static int size(byte[] header) throws IOException {
        var octal = text(header, 124, 12).strip();
        if (!octal.matches("[0-7]{1,11}") || Long.parseLong(octal, 8) > MOST_OF_ONE) {
            throw new IOException("The archive holds something that is no file of a package");
        }
        return Integer.parseInt(octal, 8);
    }

    private static String name(byte[] header) {
        var prefix = text(header, 257, 5).equals("ustar") ? text(header, 345, 155) : "";
        var name = text(header, 0, 100);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String text(byte[] bytes, int from, int length) {
        var end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }
}
