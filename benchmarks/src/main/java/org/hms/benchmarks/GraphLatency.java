package org.hms.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.ecl.Ecl;
import org.hms.terminology.graph.GraphCompiler;
import org.hms.terminology.load.GraphFormat;
import org.hms.terminology.load.ReleaseName;
import org.hms.terminology.system.GraphLibrary;
import org.roaringbitmap.RoaringBitmap;

/**
 * Imports a release, opens it in a process of its own, and asks: codes, subsumption, text, ECL; one client, no web. Each
 * list is asked four times over, and the last time counts. {@code GraphLatency import|serve GRAPHS RELEASE PROBE}.
 */
public final class GraphLatency {
    private static final String SNOMED = "http://snomed.info/sct";
    private static final int ROUNDS = 4;
    private static final int PAGE = 20;

    private GraphLatency() {}

    public static void main(String[] args) throws IOException {
        var graphs = Path.of(args[1]);
        if (args[0].equals("import")) {
            importRelease(graphs, Path.of(args[2]));
        } else {
            serve(graphs, new ObjectMapper().readTree(Path.of(args[3]).toFile()));
        }
        for (var line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM") || line.startsWith("RssAnon")) {
                System.out.println("  " + line);
            }
        }
    }

    private static void importRelease(Path graphs, Path release) throws IOException {
        var began = System.nanoTime();
        try (var library = GraphLibrary.open(graphs);
                var source = GraphFormat.SNOMED.open(release, new ReleaseName(null, null, "en"), _ -> {})) {
            var compiled = GraphCompiler.read(source);
            System.out.printf(Locale.ROOT, "read in %.1f s%n", seconds(began));
            var summary = library.publish(compiled, source);
            System.out.printf(
                    Locale.ROOT, "%,d concepts imported and compared in %.1f s%n", summary.codes(), seconds(began));
        }
    }

    private static void serve(Path graphs, JsonNode probe) {
        var began = System.nanoTime();
        try (var library = GraphLibrary.open(graphs)) {
            var content = library.find(SNOMED, null).orElseThrow();
            System.out.printf(Locale.ROOT, "opened in %.0f ms%n", seconds(began) * 1e3);
            measure("find and display", texts(probe.path("codes")), code -> content.display(content.find(code)));
            measure("subsumes", texts(probe.path("subsumes")), pair -> {
                var codes = pair.split(" ");
                content.subsumes(content.find(codes[0]), content.find(codes[1]));
            });
            var all = RoaringBitmap.bitmapOfRange(0, content.size());
            measure("text, first page", texts(probe.path("filters")), text -> page(content, content.search(text, all)));
            var constraints = new ArrayList<String>();
            for (var one : probe.path("ecl")) {
                var constraint = one.path("ecl").asText();
                constraints.add(constraint);
                var found = content.filter("constraint", "=", constraint).orElseThrow();
                if (found.getCardinality() != one.path("count").asInt()) {
                    throw new IllegalStateException(constraint + " found " + found.getCardinality());
                }
            }
            var graph = library.findGraph(SNOMED, null).orElseThrow();
            measure("ECL, the probe's", constraints, constraint -> Ecl.evaluate(constraint, graph));
            for (var constraint : HARDER) {
                measure(constraint, List.of(constraint, constraint, constraint), one -> Ecl.evaluate(one, graph));
            }
        }
    }

    private static final List<String> HARDER = List.of(
            "<< 404684003 . 363698007",
            "<< 123037004 : R 363698007 = << 404684003",
            "<< 404684003 : [1..1] 363698007 = *",
            "<< 404684003 : [2..*] {363698007 = *}",
            "<< 404684003 : {363698007 = << 123037004, 116676008 = *}",
            "<< 404684003 {{ term = \"lun\" }}",
            "<< 404684003 {{ +HISTORY }}",
            "^ 447562003 {{ M mapTarget = \"J45.9\" }}");

    private static void page(CodeSystemContent content, int[] found) {
        for (var place = 0; place < Math.min(PAGE, found.length); place++) {
            content.display(found[place]);
        }
    }

    private static void measure(String what, List<String> questions, Consumer<String> ask) {
        var micros = new double[questions.size()];
        for (var round = 0; round < ROUNDS; round++) {
            for (var question = 0; question < micros.length; question++) {
                var start = System.nanoTime();
                ask.accept(questions.get(question));
                micros[question] = (System.nanoTime() - start) / 1e3;
            }
        }
        Arrays.sort(micros);
        System.out.printf(
                Locale.ROOT,
                "%-60s p50 %,9.1f  p95 %,9.1f  p99 %,9.1f microseconds (%d)%n",
                what,
                micros[micros.length / 2],
                micros[micros.length * 95 / 100],
                micros[micros.length * 99 / 100],
                micros.length);
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        for (var one : list) {
            texts.add(one.isArray() ? one.path(0).asText() + " " + one.path(1).asText() : one.asText());
        }
        return texts;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
