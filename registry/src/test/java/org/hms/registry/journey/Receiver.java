package org.hms.registry.journey;

import ca.uhn.fhir.context.FhirContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;

/** Somebody who is notified: keeps what came, and answers as the test wants, with an error, slowly, or not at all. */
final class Receiver implements AutoCloseable {

    /** What was sent, and how it was answered. */
    record Received(String contentType, Map<String, String> headers, String body, int answered) {

        Bundle bundle() {
            var fhir = FhirContext.forR4Cached();
            var parser = contentType.contains("xml") ? fhir.newXmlParser() : fhir.newJsonParser();
            return parser.parseResource(Bundle.class, body);
        }

        Parameters status() {
            return (Parameters) bundle().getEntryFirstRep().getResource();
        }

        String type() {
            return status().getParameterValue("type").primitiveValue();
        }

        long sinceStart() {
            return Long.parseLong(status().getParameterValue("events-since-subscription-start")
                    .primitiveValue());
        }

        List<Told> events() {
            return status().getParameter().stream()
                    .filter(parameter -> parameter.getName().equals("notification-event"))
                    .map(Told::of)
                    .toList();
        }
    }

    /** One event as it was told; the focus is empty when nobody was named. */
    record Told(long number, String timestamp, String focus, List<String> context) {

        static Told of(ParametersParameterComponent event) {
            var parts = new TreeMap<String, List<String>>();
            event.getPart()
                    .forEach(part -> parts.computeIfAbsent(part.getName(), _ -> new ArrayList<>())
                            .add(
                                    part.getValue() instanceof org.hl7.fhir.r4.model.Reference reference
                                            ? reference.getReference()
                                            : part.getValue().primitiveValue()));
            return new Told(
                    Long.parseLong(parts.get("event-number").getFirst()),
                    parts.get("timestamp").getFirst(),
                    parts.getOrDefault("focus", List.of("")).getFirst().replace("Patient/", ""),
                    parts.getOrDefault("additional-context", List.of()));
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Function<String, Integer> behaviour = body -> 200;
    private volatile String answer = "";

    private Receiver(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    static Receiver start() throws IOException {
        return new Receiver(0);
    }

    /** On the port of one that died. */
    static Receiver startAgain(int port) throws IOException {
        return new Receiver(port);
    }

    /** From now on answers with the status that this says for a body. */
    Receiver answering(Function<String, Integer> wanted) {
        behaviour = wanted;
        return this;
    }

    /** From now on its answers have this body. */
    Receiver saying(String body) {
        answer = body;
        return this;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int status = behaviour.apply(body);
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
            received.add(new Received(headers.getOrDefault("Content-Type", ""), headers, body, status));
            if (status / 100 == 3) {
                exchange.getResponseHeaders().add("Location", endpoint() + "/elsewhere");
            }
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    String endpoint() {
        return "http://127.0.0.1:" + port() + "/notify";
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    /** Those of one kind, in their order. */
    List<Received> received(String type) {
        return received.stream().filter(one -> one.type().equals(type)).toList();
    }

    /** Those of one kind that were taken. */
    List<Received> taken(String type) {
        return received(type).stream().filter(one -> one.answered() / 100 == 2).toList();
    }

    /** The events of notifications that were taken, in the order in which they came. */
    List<Told> told() {
        return taken("event-notification").stream()
                .flatMap(one -> one.events().stream())
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
