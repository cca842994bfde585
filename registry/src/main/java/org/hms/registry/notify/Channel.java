package org.hms.registry.notify;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where notifications go and in which form. The headers may hold a receiver's credentials: they are sent to it and to nobody
 * else, so the text of a channel leaves them out.
 */
public record Channel(Type type, URI endpoint, Format format, Content content, Pace pace, List<String> headers) {

    private static final int MOST_HEADERS = 10;
    private static final int LONGEST_HEADER = 4_096;
    private static final Pattern HEADER =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}):[ \\t]*([\\x20-\\x7e]+)");
    private static final List<String> OURS = List.of(
            "host",
            "connection",
            "content-length",
            "content-type",
            "content-encoding",
            "transfer-encoding",
            "expect",
            "upgrade",
            "te",
            "trailer",
            "keep-alive");

    /** How the receiver is spoken to. */
    public enum Type {
        REST_HOOK,
        MESSAGE
    }

    /** In which syntax. */
    public enum Format {
        JSON,
        XML
    }

    /** How much is told. */
    public enum Content {
        EMPTY,
        ID_ONLY,
        FULL_RESOURCE
    }

    /** Seconds between signs of life, seconds until an attempt is given up, and events at once; absent is ours to choose. */
    public record Pace(
            @Nullable Integer heartbeatSeconds,
            @Nullable Integer timeoutSeconds,
            @Nullable Integer maxCount) {
        private static final int DEFAULT_TIMEOUT = 10;
        private static final int DEFAULT_COUNT = 50;

        public int timeout() {
            return timeoutSeconds == null ? DEFAULT_TIMEOUT : timeoutSeconds;
        }

        public int count() {
            return maxCount == null ? DEFAULT_COUNT : maxCount;
        }
    }

    public Channel {
        headers = List.copyOf(headers);
        if (headers.size() > MOST_HEADERS) {
            throw new IllegalArgumentException("A channel has at most " + MOST_HEADERS + " headers");
        }
        headers.forEach(Channel::requireHeader);
    }

    private static void requireHeader(String line) {
        var header = HEADER.matcher(line);
        if (line.length() > LONGEST_HEADER || !header.matches()) {
            throw new IllegalArgumentException("A header is written name: value, in printable characters");
        }
        if (OURS.contains(header.group(1).toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("A header of the connection or of the body cannot be set");
        }
    }

    /** A header's name and value. */
    public record Header(String name, String value) {}

    public List<Header> parsedHeaders() {
        return headers.stream()
                .map(line -> line.split(":", 2))
                .map(parts -> new Header(parts[0], parts[1].strip()))
                .toList();
    }

    public Channel withHeaders(List<String> others) {
        return new Channel(type, endpoint, format, content, pace, others);
    }

    @Override
    public String toString() {
        return type + " channel";
    }
}
