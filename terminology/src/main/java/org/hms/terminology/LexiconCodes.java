package org.hms.terminology;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.search.TermQuery;
import org.hms.terminology.system.CodeLookup;
import org.hms.terminology.system.CodeValidation;
import org.hms.terminology.system.ExpandQuery;
import org.hms.terminology.system.Expansion;
import org.hms.terminology.system.SubsumptionOutcome;
import org.jspecify.annotations.Nullable;

/** The lexicon seen as a code system: its concepts are codes without a hierarchy. */
final class LexiconCodes {
    private final Lexicon lexicon;
    private final String version;

    LexiconCodes(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.version = lexicon.scheme() == null ? "" : lexicon.scheme().version();
    }

    Optional<CodeLookup> lookup(String code) {
        return lexicon.book().find(code).map(this::toLookup);
    }

    CodeValidation validateCode(String code, @Nullable String display, @Nullable String language) {
        var found = lookup(code);
        if (found.isEmpty()) {
            return new CodeValidation(false, null, "The code is not in " + SystemUri.LEXICON);
        }
        var proper = found.get().displayIn(language);
        var isKnown = display == null
                || found.get().designations().stream()
                        .anyMatch(designation -> plain(designation.text()).equals(plain(display)));
        return new CodeValidation(isKnown, proper, isKnown ? null : "The display is not one of the code's texts");
    }

    Optional<SubsumptionOutcome> subsumes(String codeA, String codeB) {
        if (lookup(codeA).isEmpty() || lookup(codeB).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(codeA.equals(codeB) ? SubsumptionOutcome.EQUIVALENT : SubsumptionOutcome.NOT_SUBSUMED);
    }

    Expansion expand(ExpandQuery query) {
        var codes = query.isA() == null
                ? all(query)
                : lexicon.book().find(query.isA()).stream().toList();
        var page = codes.stream()
                .skip(query.offset())
                .limit(query.count())
                .map(concept -> toEntry(concept, query.language()))
                .toList();
        return new Expansion(SystemUri.LEXICON, version, codes.size(), query.offset(), page);
    }

    private List<Concept> all(ExpandQuery query) {
        var filter = query.filter();
        if (filter == null || filter.isBlank()) {
            return List.copyOf(lexicon.book().concepts());
        }
        var hits =
                lexicon.index().search(TermQuery.of(filter, TermQuery.MAX_COUNT).in(query.language()));
        return hits.stream().map(hit -> lexicon.book().get(hit.conceptId())).toList();
    }

    private Expansion.Entry toEntry(Concept concept, @Nullable String language) {
        var lookup = toLookup(concept);
        return new Expansion.Entry(lookup.code(), lookup.displayIn(language), false, lookup.designations());
    }

    private CodeLookup toLookup(Concept concept) {
        var properties = new HashMap<String, String>();
        properties.put("category", concept.category());
        properties.put("confidence", concept.provenance().confidence().word());
        properties.put("reviewStatus", concept.provenance().reviewStatus().word());
        if (concept.isFolkIllness()) {
            properties.put("referOrConfirm", "true");
        }
        if (concept.sameAs() != null) {
            properties.put("sameAs", concept.sameAs());
        }
        if (concept.definition() != null) {
            properties.put("definition", concept.definition());
        }
        return new CodeLookup(
                SystemUri.LEXICON,
                version,
                concept.id(),
                concept.preferred().text(),
                preferredFirst(concept),
                properties,
                null);
    }

    private static List<Designation> preferredFirst(Concept concept) {
        var first = concept.preferred();
        return Stream.concat(
                        Stream.of(first),
                        concept.designations().stream().filter(designation -> !designation.equals(first)))
                .toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }
}
