package org.hms.terminology.system;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.language.SpanishFolding;

/**
 * What the titles of ICD-11 say against a cluster: that a residual stem with an extension says what
 * a category beside it says by itself, and that a kind of fracture is said of what is none. Both codes are in the release. Titles in English or Spanish.
 */
final class Icd11Titles {
    private static final Set<String> CONNECTIVES =
            Set.of("due", "the", "and", "with", "debida", "debido", "del", "los", "las", "por", "con");

    private static final String FRACTURE = "fractur";
    private static final int SHORTEST = 3;

    private final CodeSystemContent codes;

    Icd11Titles(CodeSystemContent codes) {
        this.codes = codes;
    }

    /** The reference guide wants the precoordinated category where there is one. */
    Optional<String> findSaidAlready(String stem, String extension) {
        var ordinal = codes.find(stem);
        var parents = codes.parents(ordinal);
        if (!stem.endsWith("Z") || parents.length == 0) {
            return Optional.empty();
        }
        var said = words(codes.display(parents[0]));
        var added = words(codes.display(codes.find(extension)));
        return Arrays.stream(codes.children(parents[0]))
                .filter(beside -> beside != ordinal)
                .filter(beside -> {
                    var own = new HashSet<>(words(codes.display(beside)));
                    var isAll = own.containsAll(said);
                    own.removeAll(said);
                    return !own.isEmpty() && added.containsAll(own) && (isAll || own.size() > 1);
                })
                .mapToObj(beside -> "What " + stem + " and " + extension + " say together, " + codes.code(beside)
                        + " says by itself")
                .findFirst();
    }

    /** Asked where the axes of the stem are not known. */
    Optional<String> findNoFracture(String stem, String extension) {
        var isOfFractures = Arrays.stream(codes.parents(codes.find(extension)))
                .anyMatch(block -> speaksOfFractures(codes.display(block)));
        if (!isOfFractures || isFracture(codes.find(stem))) {
            return Optional.empty();
        }
        return Optional.of("The extension code " + extension + " is said of fractures, and " + stem + " is none");
    }

    private boolean isFracture(int stem) {
        for (var above = stem; above >= 0; ) {
            if (speaksOfFractures(codes.display(above))) {
                return true;
            }
            var parents = codes.parents(above);
            above = parents.length == 0 ? -1 : parents[0];
        }
        return false;
    }

    private static boolean speaksOfFractures(String title) {
        return SpanishFolding.fold(title).contains(FRACTURE);
    }

    private static Set<String> words(String title) {
        var words = new HashSet<String>();
        for (var word : SpanishFolding.fold(title).split("[^a-z0-9]+")) {
            if (word.length() >= SHORTEST && !CONNECTIVES.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }
}
