package org.hms.terminology;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.ConceptBook;
import org.hms.terminology.concept.SchemeVersion;
import org.hms.terminology.load.ContentHash;
import org.hms.terminology.load.LexiconLoader;
import org.hms.terminology.rdf.ConceptStore;
import org.hms.terminology.rdf.Finding;
import org.hms.terminology.rdf.LinkedData;
import org.hms.terminology.rdf.Publication;
import org.hms.terminology.rdf.StoreOutcome;
import org.jspecify.annotations.Nullable;

/** Keeps the versions of the local lexicon, from a file or from its editors; the last one stored is the one that is searched. */
public final class LexiconKeeper {
    private static final String LEXICON_SCHEME = "guarani-health-lexicon";
    private static final String LEXICON_TITLE = "Léxico de salud en guaraní y otras lenguas indígenas del Paraguay";
    private static final String LEXICON_LICENCE =
            "Hechos léxicos de las fuentes que cada concepto nombra; véase la documentación del conjunto de datos";

    private final ConceptStore store;
    private final LinkedData linkedData;
    private volatile Lexicon lexicon;

    LexiconKeeper(ConceptStore store) {
        this.store = store;
        this.linkedData = new LinkedData(store, schemeUri());
        this.lexicon = store.findCurrent(schemeUri())
                .map(scheme -> Lexicon.of(scheme, new ConceptBook(store.listConcepts(scheme))))
                .orElseGet(Lexicon::empty);
    }

    Lexicon current() {
        return lexicon;
    }

    /** Loads a lexicon file as a version of the scheme and makes it the one that is searched; all of it or nothing. */
    public synchronized LexiconOutcome loadLexicon(InputStream csv, String version) {
        var reading = LexiconLoader.read(csv);
        if (!reading.findings().isEmpty()) {
            return new LexiconOutcome.Refused(reading.findings());
        }
        return publish(scheme(version, reading.contentHash()), reading.concepts(), null, reading.adjustments());
    }

    /** Makes these concepts the lexicon's next version, whatever file it began with; all of it or nothing. */
    public synchronized LexiconOutcome publishLexicon(List<Concept> concepts, String version, Publication publication) {
        if (store.listSchemes().stream().anyMatch(scheme -> scheme.version().equals(version))) {
            return new LexiconOutcome.Refused(
                    List.of(new Finding("version", "", "There is a version " + version + " already")));
        }
        var hash = ContentHash.of(concepts.toString().getBytes(StandardCharsets.UTF_8));
        return publish(scheme(version, hash), concepts, publication, List.of());
    }

    private LexiconOutcome publish(
            SchemeVersion scheme,
            List<Concept> concepts,
            @Nullable Publication publication,
            List<Finding> adjustments) {
        return switch (store.store(scheme, concepts, publication)) {
            case StoreOutcome.Unchanged(var same) -> new LexiconOutcome.Unchanged(same);
            case StoreOutcome.Refused(var findings) -> new LexiconOutcome.Refused(findings);
            case StoreOutcome.Stored(var stored, var count) -> {
                lexicon = Lexicon.of(stored, new ConceptBook(store.listConcepts(stored)));
                yield new LexiconOutcome.Loaded(stored, count, adjustments);
            }
        };
    }

    private SchemeVersion scheme(String version, String contentHash) {
        return new SchemeVersion(schemeUri(), LEXICON_TITLE, version, LEXICON_LICENCE, contentHash);
    }

    /** The lexicon's current version; empty before the first load. */
    public Optional<SchemeVersion> currentLexicon() {
        return Optional.ofNullable(lexicon.scheme());
    }

    /** Whether the current version was published by editors, and not read from a file. */
    public boolean lexiconIsEdited() {
        return currentLexicon().map(store::isPublication).orElse(false);
    }

    /** The concepts of a version of the lexicon; empty when there is none of that name. */
    public Optional<List<Concept>> findConcepts(String version) {
        return store.listSchemes().stream()
                .filter(scheme ->
                        scheme.uri().equals(schemeUri()) && scheme.version().equals(version))
                .findFirst()
                .map(store::listConcepts);
    }

    /** All versions of the local concept schemes, in the order they were loaded. */
    public List<SchemeVersion> conceptSchemes() {
        return store.listSchemes();
    }

    /** The lexicon as a graph, for who reads RDF and SPARQL. */
    public LinkedData linkedData() {
        return linkedData;
    }

    /** Where the URIs of concepts begin. */
    public String conceptBase() {
        return store.base();
    }

    void close() {
        store.close();
    }

    private String schemeUri() {
        return store.base() + "scheme/" + LEXICON_SCHEME;
    }
}
