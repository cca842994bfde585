package org.hms.matching.normalise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The pet names of Paraguay, and the commonest of Portuguese and English, with the formal names they stand for; Beto may be
 * Alberto, Roberto, Gilberto or Norberto.
 */
public final class Hypocoristics {
    private static final Hypocoristics SHIPPED = read();

    private final Map<String, Set<String>> formals;
    private final Set<String> formal;

    private Hypocoristics(Map<String, Set<String>> formals) {
        this.formals = Map.copyOf(formals);
        formal = formals.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    public static Hypocoristics shipped() {
        return SHIPPED;
    }

    /** The formal names, written together in plain form, for which this plain short form stands; most often none. */
    public Set<String> formalsOf(String plain) {
        return formals.getOrDefault(plain, Set.of());
    }

    /**
     * Whether one names the other in its short form, by first given name or by all of them (Malena, María Elena), or both
     * are short forms of one name (Beto and Tito of Roberto).
     */
    public boolean relate(Words left, Words right) {
        var ofLeft = formalsOf(left.first().plain());
        var ofRight = formalsOf(right.first().plain());
        return names(ofLeft, right)
                || names(ofRight, left)
                || !ofLeft.isEmpty() && !ofRight.isEmpty() && !Collections.disjoint(ofLeft, ofRight);
    }

    /** Whether some pet name stands for this name. */
    public boolean isFormal(String plain) {
        return formal.contains(plain);
    }

    private static boolean names(Set<String> formals, Words formal) {
        return !formals.isEmpty()
                && (formals.contains(formal.first().plain())
                        || formals.contains(formal.joined().plain()));
    }

    private static Hypocoristics read() {
        var formals = new HashMap<String, Set<String>>();
        var stream = Hypocoristics.class.getResourceAsStream("hypocoristics.csv");
        if (stream == null) {
            throw new IllegalStateException("hypocoristics.csv is missing from the class path");
        }
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells -> formals.computeIfAbsent(plain(cells[0]), shortForm -> new HashSet<>())
                            .add(plain(cells[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Hypocoristics(formals);
    }

    private static String plain(String text) {
        return Folding.plain(String.join("", Folding.words(text)));
    }
}
