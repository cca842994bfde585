package org.hms.terminology.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.DesignationUse;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.language.SpanishFolding;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Answers about single codes, for any content: the same questions that a {@link CompiledCodeSystem} answers of a tree. */
public record ContentCodes(CodeSystemContent content) {

    public Optional<CodeLookup> lookup(String code) {
        var ordinal = content.find(code);
        return ordinal < 0 ? Optional.empty() : Optional.of(toLookup(ordinal));
    }

    /** Whether the code exists and, if a display is given, whether it is one of its texts (accents and case aside). */
    public CodeValidation validateCode(String code, @Nullable String display, @Nullable String language) {
        var found = lookup(code);
        if (found.isEmpty()) {
            return new CodeValidation(
                    false,
                    null,
                    "The code is not in " + content.header().url() + " version "
                            + content.header().version());
        }
        var proper = found.get().displayIn(language);
        var fits = display == null
                || found.get().designations().stream()
                        .anyMatch(designation ->
                                SpanishFolding.fold(designation.text()).equals(SpanishFolding.fold(display)));
        return new CodeValidation(fits, proper, fits ? null : "The display is not one of the code's texts");
    }

    /** How the first code stands to the second; empty when one of them is unknown. */
    public Optional<SubsumptionOutcome> subsumes(String codeA, String codeB) {
        var first = content.find(codeA);
        var second = content.find(codeB);
        if (first < 0 || second < 0) {
            return Optional.empty();
        }
        if (first == second) {
            return Optional.of(SubsumptionOutcome.EQUIVALENT);
        }
        if (content.subsumes(first, second)) {
            return Optional.of(SubsumptionOutcome.SUBSUMES);
        }
        return Optional.of(
                content.subsumes(second, first) ? SubsumptionOutcome.SUBSUMED_BY : SubsumptionOutcome.NOT_SUBSUMED);
    }

    public List<CodeLookup> children(String code) {
        var ordinal = content.find(code);
        return ordinal < 0
                ? List.of()
                : IntStream.of(content.children(ordinal))
                        .mapToObj(this::toLookup)
                        .toList();
    }

    /** A page of the codes asked for, in their order, or best first where there is a filter. */
    public Expansion expand(ExpandQuery query) {
        var among = among(query.isA());
        var filter = query.filter();
        var ordinals = filter == null || filter.isBlank() ? null : content.search(filter, among);
        var total = ordinals == null ? among.getCardinality() : ordinals.length;
        var page = ordinals == null ? among.stream() : IntStream.of(ordinals);
        var entries = page.skip(query.offset())
                .limit(query.count())
                .mapToObj(ordinal -> {
                    var lookup = toLookup(ordinal);
                    return new Expansion.Entry(
                            lookup.code(),
                            lookup.displayIn(query.language()),
                            content.isAbstract(ordinal),
                            lookup.designations());
                })
                .toList();
        var header = content.header();
        return new Expansion(header.url(), String.valueOf(header.version()), total, query.offset(), entries);
    }

    private RoaringBitmap among(@Nullable String root) {
        if (root == null) {
            return RoaringBitmap.bitmapOfRange(0, content.size());
        }
        var ordinal = content.find(root);
        if (ordinal < 0) {
            return new RoaringBitmap();
        }
        var among = content.descendants(ordinal).clone();
        among.add(ordinal);
        return among;
    }

    private CodeLookup toLookup(int ordinal) {
        var designations = new ArrayList<Designation>();
        var display = content.display(ordinal);
        for (var designation : content.designations(ordinal)) {
            var language = designation.language();
            var use = designation.text().equals(display) ? DesignationUse.PREFERRED : DesignationUse.ALTERNATIVE;
            designations.add(Designation.of(language == null ? "und" : language, use, designation.text()));
        }
        designations.sort((left, right) -> left.use().compareTo(right.use()));
        var properties = new HashMap<String, String>();
        content.properties(ordinal).forEach(property -> properties.putIfAbsent(property.code(), property.value()));
        var parents = content.parents(ordinal);
        var header = content.header();
        return new CodeLookup(
                header.url(),
                String.valueOf(header.version()),
                content.code(ordinal),
                display,
                designations,
                properties,
                parents.length == 0 ? null : content.code(parents[0]));
    }
}
