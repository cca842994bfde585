package org.hms.terminology.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.language.SpanishFolding;
import org.jspecify.annotations.Nullable;

/**
 * One version of a code system, opened from its generation on disk: immutable, mapped into memory, safe for many threads.
 * Subsumption is two comparisons of integers, a subtree is an interval.
 */
public final class CompiledCodeSystem implements AutoCloseable {
    private final Manifest manifest;
    private final MappedCodes codes;
    private final DesignationIndex index;
    private final CompiledContent content;

    private CompiledCodeSystem(Path directory) throws IOException {
        manifest = Manifest.read(directory);
        codes = MappedCodes.open(directory);
        index = DesignationIndex.open(directory);
        content = new CompiledContent(manifest, codes, index);
    }

    static CompiledCodeSystem open(Path directory) {
        try {
            return new CompiledCodeSystem(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    public String url() {
        return manifest.url();
    }

    public String version() {
        return manifest.version();
    }

    public int size() {
        return codes.size();
    }

    /** The same as value sets and operations ask it. */
    public CodeSystemContent content() {
        return content;
    }

    public Optional<CodeLookup> lookup(String code) {
        var ordinal = codes.find(code);
        return ordinal < 0 ? Optional.empty() : Optional.of(toLookup(ordinal));
    }

    /** Whether the code exists and, if a display is given, whether it is one of its texts (accents and case aside). */
    public CodeValidation validateCode(String code, @Nullable String display, @Nullable String language) {
        var found = lookup(code);
        if (found.isEmpty()) {
            return new CodeValidation(false, null, "The code is not in " + url() + " version " + version());
        }
        var proper = found.get().displayIn(language);
        if (display == null
                || found.get().designations().stream()
                        .anyMatch(designation ->
                                SpanishFolding.fold(designation.text()).equals(SpanishFolding.fold(display)))) {
            return new CodeValidation(true, proper, null);
        }
        return new CodeValidation(false, proper, "The display is not one of the code's texts");
    }

    /** How the first code stands to the second; empty when one of them is unknown. */
    public Optional<SubsumptionOutcome> subsumes(String codeA, String codeB) {
        var first = codes.find(codeA);
        var second = codes.find(codeB);
        if (first < 0 || second < 0) {
            return Optional.empty();
        }
        if (first == second) {
            return Optional.of(SubsumptionOutcome.EQUIVALENT);
        }
        if (contains(first, second)) {
            return Optional.of(SubsumptionOutcome.SUBSUMES);
        }
        return Optional.of(contains(second, first) ? SubsumptionOutcome.SUBSUMED_BY : SubsumptionOutcome.NOT_SUBSUMED);
    }

    /** The codes directly beneath a code, in their order; empty for a leaf and for an unknown code. */
    public List<CodeLookup> children(String code) {
        var ordinal = codes.find(code);
        var children = new ArrayList<CodeLookup>();
        if (ordinal >= 0) {
            for (var child = ordinal + 1; child < codes.end(ordinal); child = codes.end(child)) {
                children.add(toLookup(child));
            }
        }
        return children;
    }

    /** A page of the codes asked for, in tree order, or best first where there is a filter. */
    public Expansion expand(ExpandQuery query) {
        var root = query.isA() == null ? -1 : codes.find(query.isA());
        if (query.isA() != null && root < 0) {
            return new Expansion(url(), version(), 0, query.offset(), List.of());
        }
        var from = Math.max(root, 0);
        var to = root < 0 ? codes.size() : codes.end(root);
        var filter = query.filter();
        if (filter == null || filter.isBlank()) {
            var page = IntStream.range(from, to).skip(query.offset()).limit(query.count());
            return toExpansion(query, to - from, page);
        }
        try {
            var found = index.find(filter, from, to);
            var page = found.stream()
                    .mapToInt(Integer::intValue)
                    .skip(query.offset())
                    .limit(query.count());
            return toExpansion(query, found.size(), page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean contains(int ancestor, int ordinal) {
        return ancestor <= ordinal && ordinal < codes.end(ancestor);
    }

    private Expansion toExpansion(ExpandQuery query, int total, IntStream ordinals) {
        var entries = ordinals.mapToObj(ordinal -> {
                    var lookup = toLookup(ordinal);
                    return new Expansion.Entry(
                            lookup.code(),
                            lookup.displayIn(query.language()),
                            "true".equals(lookup.properties().get("notSelectable")),
                            lookup.designations());
                })
                .toList();
        return new Expansion(url(), version(), total, query.offset(), entries);
    }

    private CodeLookup toLookup(int ordinal) {
        var stored = codes.read(ordinal);
        var parent = codes.parent(ordinal);
        return new CodeLookup(
                url(),
                version(),
                stored.code(),
                stored.display(),
                stored.designations(),
                stored.properties(),
                parent < 0 ? null : codes.read(parent).code());
    }

    @Override
    public void close() {
        try {
            index.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            codes.close();
        }
    }
}
