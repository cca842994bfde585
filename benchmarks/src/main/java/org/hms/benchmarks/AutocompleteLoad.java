package org.hms.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * How long a running registry takes to answer each keystroke of people who type complaints:
 * {@code AutocompleteLoad URL TOKEN CONNECTIONS SECONDS}. A first round of the same length warms it up.
 */
public final class AutocompleteLoad {
    private static final List<String> COMPLAINTS = List.of(
            "che akanundu",
            "hasy che akã",
            "hasy cheve che rye",
            "che py'a rasy",
            "me duele la cabeza",
            "ague'ẽ ha chivivi",
            "kambyryru jere",
            "dolor de estomago",
            "tuguy jupi",
            "areko diarrea",
            "embarazada",
            "mba'asy po'i",
            "fiebre alta",
            "che pytupa",
            "oisu'u chupe mbói");
    private static final int SHORTEST = 2;

    private AutocompleteLoad() {}

    public static void main(String[] args) throws Exception {
        var address = URI.create(args[0]);
        var connections = Integer.parseInt(args[2]);
        var seconds = Integer.parseInt(args[3]);
        var requests = requests(address, args[1]);
        measure(address, requests, connections, seconds);
        var micros = measure(address, requests, connections, seconds);
        System.out.printf(
                Locale.ROOT,
                "%d connections: %,.0f answers a second; p50 %.2f, p99 %.2f, most %.1f milliseconds%n",
                connections,
                micros.length / (double) seconds,
                micros[micros.length / 2] / 1e3,
                micros[(int) (micros.length * 0.99)] / 1e3,
                micros[micros.length - 1] / 1e3);
    }

    /** One request for each keystroke. */
    private static List<byte[]> requests(URI address, String token) {
        var requests = new ArrayList<byte[]>();
        for (var complaint : COMPLAINTS) {
            for (var length = SHORTEST; length <= complaint.length(); length++) {
                var typed = URLEncoder.encode(complaint.substring(0, length), StandardCharsets.UTF_8);
                requests.add(("GET /api/v1/terms?language=gn&count=10&q=" + typed + " HTTP/1.1\r\nHost: "
                                + address.getAuthority() + "\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
            }
        }
        return requests;
    }

    private static long[] measure(URI address, List<byte[]> requests, int connections, int seconds) throws Exception {
        try (var clients = Executors.newFixedThreadPool(connections)) {
            var tasks = new ArrayList<Callable<long[]>>();
            for (var client = 0; client < connections; client++) {
                var first = client * requests.size() / connections;
                tasks.add(() -> type(address, requests, first, seconds));
            }
            var all = new ArrayList<long[]>();
            for (var done : clients.invokeAll(tasks)) {
                all.add(done.get());
            }
            var micros = all.stream().flatMapToLong(Arrays::stream).toArray();
            Arrays.sort(micros);
            return micros;
        }
    }

    private static long[] type(URI address, List<byte[]> requests, int first, int seconds) throws IOException {
        var micros = new ArrayList<Long>();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            var out = socket.getOutputStream();
            var end = System.nanoTime() + seconds * 1_000_000_000L;
            for (var at = first; System.nanoTime() < end; at++) {
                var began = System.nanoTime();
                out.write(requests.get(at % requests.size()));
                out.flush();
                readAnswer(in);
                micros.add((System.nanoTime() - began) / 1_000);
            }
        }
        return micros.stream().mapToLong(Long::longValue).toArray();
    }

    private static void readAnswer(InputStream in) throws IOException {
        var status = line(in);
        if (!status.contains(" 200")) {
            throw new IOException("The registry answers " + status);
        }
        var length = -1;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).strip());
            }
        }
        if (length >= 0) {
            in.skipNBytes(length);
            return;
        }
        for (var size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            in.skipNBytes(size);
            line(in);
        }
        line(in);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var sign = in.read(); sign != '\n'; sign = in.read()) {
            if (sign < 0) {
                throw new IOException("The registry has closed the connection");
            }
            if (sign != '\r') {
                line.append((char) sign);
            }
        }
        return line.toString();
    }
}
