package org.hms.terminology;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hms.terminology.concept.Coding;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.ConceptBook;
import org.hms.terminology.concept.ConceptMapping;
import org.hms.terminology.concept.SchemeVersion;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.load.ClassificationFormat;
import org.hms.terminology.load.ContentHash;
import org.hms.terminology.load.ImportReport;
import org.hms.terminology.load.LexiconLoader;
import org.hms.terminology.rdf.ConceptStore;
import org.hms.terminology.rdf.Finding;
import org.hms.terminology.rdf.LinkedData;
import org.hms.terminology.rdf.Publication;
import org.hms.terminology.rdf.StoreOutcome;
import org.hms.terminology.search.TermHit;
import org.hms.terminology.search.TermQuery;
import org.hms.terminology.system.CodeLookup;
import org.hms.terminology.system.CodeSystemLibrary;
import org.hms.terminology.system.CodeSystemSource;
import org.hms.terminology.system.CodeSystemSummary;
import org.hms.terminology.system.CodeValidation;
import org.hms.terminology.system.ContentCodes;
import org.hms.terminology.system.ExpandQuery;
import org.hms.terminology.system.Expansion;
import org.hms.terminology.system.GraphLibrary;
import org.hms.terminology.system.Icd11Cluster;
import org.hms.terminology.system.Icd11Clusters;
import org.hms.terminology.system.MapLibrary;
import org.hms.terminology.system.SubsumptionOutcome;
import org.hms.terminology.translate.TranslateQuery;
import org.hms.terminology.translate.Translation;
import org.jspecify.annotations.Nullable;

/**
 * The door of this library: what words mean in codes, and what codes mean. Everything it keeps lies in one directory,
 * which one service at a time may hold open. Safe for many threads; loads wait for each other and searches for nobody.
 * A system may be named by its URI or by a short name such as {@code icd-10}.
 */
public final class TerminologyService implements Closeable {
    private static final String LEXICON_SCHEME = "guarani-health-lexicon";
    private static final String LEXICON_TITLE = "Léxico de salud en guaraní y otras lenguas indígenas del Paraguay";
    private static final String LEXICON_LICENCE =
            "Hechos léxicos de las fuentes que cada concepto nombra; véase la documentación del conjunto de datos";

    private final ConceptStore store;
    private final CodeSystemLibrary library;
    private final GraphLibrary graphs;
    private final MapLibrary maps;
    private final LinkedData linkedData;
    private volatile Lexicon lexicon;

    private TerminologyService(ConceptStore store, CodeSystemLibrary library, GraphLibrary graphs, MapLibrary maps) {
        this.store = store;
        this.library = library;
        this.graphs = graphs;
        this.maps = maps;
        this.linkedData = new LinkedData(store, schemeUri(store));
        this.lexicon = store.findCurrent(schemeUri(store))
                .map(scheme -> Lexicon.of(scheme, new ConceptBook(store.listConcepts(scheme))))
                .orElseGet(Lexicon::empty);
    }

    /** Opens what the directory holds, or begins anew in it. */
    public static TerminologyService open(Path directory) {
        return open(directory, ConceptStore.DEFAULT_BASE);
    }

    /** The same, with the base under which the URIs of concepts and schemes stand. */
    public static TerminologyService open(Path directory, String conceptBase) {
        var store = ConceptStore.open(directory.resolve("concepts"), conceptBase);
        return new TerminologyService(
                store,
                CodeSystemLibrary.open(directory.resolve("systems")),
                GraphLibrary.open(graphs(directory)),
                MapLibrary.open(maps(directory)));
    }

    /** Where, in the service's directory, the graphs lie: a command compiles a large release beside a running service. */
    public static Path graphs(Path directory) {
        return directory.resolve("graphs");
    }

    /**
     * A version of an imported graph (SNOMED CT, LOINC …): by its version, by a prefix such as a SNOMED CT edition's URI, or
     * the one imported last.
     */
    public Optional<CodeSystemContent> content(String system, @Nullable String version) {
        return graphs.find(SystemUri.resolve(system), version);
    }

    /** All versions of a code system at hand; what was imported last under a version stands for it. */
    public List<CodeSystemContent> contents(String system) {
        var url = SystemUri.resolve(system);
        if (url.equals(SystemUri.LEXICON)) {
            return lexicon.scheme() == null ? List.of() : List.of(lexicon.content());
        }
        return Stream.concat(library.contentsOf(url).stream(), graphs.versionsOf(url).stream())
                .toList();
    }

    /** Where the maps lie. */
    public static Path maps(Path directory) {
        return directory.resolve("maps");
    }

    /** The imported maps between code systems. */
    public MapLibrary maps() {
        return maps;
    }

    /** Takes in the graphs and maps that a command has published since; how many there were. */
    public int lookAgain() throws IOException {
        return graphs.lookAgain() + maps.lookAgain();
    }

    /** The concepts that the words name, best first, each with the reason and its mappings. */
    public List<TermHit> search(TermQuery query) {
        return lexicon.index().search(query).stream()
                .map(hit -> hit.withMappings(
                        hit.mappings().stream().map(this::withDisplay).toList()))
                .toList();
    }

    /** Everything the system's version (the current one when none is named) says about the code. */
    public Optional<CodeLookup> lookup(String system, @Nullable String version, String code) {
        var url = SystemUri.resolve(system);
        return url.equals(SystemUri.LEXICON)
                ? codesOfLexicon().lookup(code)
                : library.find(url, version)
                        .flatMap(codes -> codes.lookup(code))
                        .or(() -> graph(url, version).flatMap(codes -> codes.lookup(code)));
    }

    /** A concept of the lexicon with its provenance and, for a word of another language, the concept it equals. */
    public Optional<Concept> findConcept(String conceptId) {
        return lexicon.book().find(conceptId);
    }

    /** Empty when the system is not at hand, so that nothing can be said about the code. */
    public Optional<CodeValidation> validateCode(
            String system, @Nullable String version, String code, @Nullable String display, @Nullable String language) {
        var url = SystemUri.resolve(system);
        if (url.equals(SystemUri.ICD_11) && Icd11Cluster.isCluster(code)) {
            return library.find(url, version).map(codes -> new Icd11Clusters(codes).validate(code, language));
        }
        return url.equals(SystemUri.LEXICON)
                ? Optional.of(codesOfLexicon().validateCode(code, display, language))
                : library.find(url, version)
                        .map(codes -> codes.validateCode(code, display, language))
                        .or(() -> graph(url, version).map(codes -> codes.validateCode(code, display, language)));
    }

    /** How the first code stands to the second; empty when the system or one of the codes is not known. */
    public Optional<SubsumptionOutcome> subsumes(String system, @Nullable String version, String codeA, String codeB) {
        var url = SystemUri.resolve(system);
        return url.equals(SystemUri.LEXICON)
                ? codesOfLexicon().subsumes(codeA, codeB)
                : library.find(url, version)
                        .flatMap(codes -> codes.subsumes(codeA, codeB))
                        .or(() -> graph(url, version).flatMap(codes -> codes.subsumes(codeA, codeB)));
    }

    /** The codes directly beneath a code. */
    public List<CodeLookup> children(String system, @Nullable String version, String code) {
        return library.find(SystemUri.resolve(system), version)
                .map(codes -> codes.children(code))
                .or(() -> graph(SystemUri.resolve(system), version).map(codes -> codes.children(code)))
                .orElse(List.of());
    }

    /** Empty when the code system is not at hand. */
    public Optional<Expansion> expand(ExpandQuery query) {
        var normalised = query.normalised();
        var url = SystemUri.resolve(normalised.url());
        return url.equals(SystemUri.LEXICON)
                ? Optional.of(codesOfLexicon().expand(normalised))
                : library.find(url, normalised.version())
                        .map(codes -> codes.expand(normalised))
                        .or(() -> graph(url, normalised.version()).map(codes -> codes.expand(normalised)));
    }

    public Translation translate(TranslateQuery query) {
        var translation = lexicon.translator().translate(query);
        var matches = translation.matches().stream()
                .map(match -> match.withTarget(withDisplay(match.target())))
                .toList();
        return new Translation(translation.result(), matches, translation.message());
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
        return new SchemeVersion(schemeUri(store), LEXICON_TITLE, version, LEXICON_LICENCE, contentHash);
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
                .filter(scheme -> scheme.uri().equals(schemeUri(store))
                        && scheme.version().equals(version))
                .findFirst()
                .map(store::listConcepts);
    }

    /** The lexicon as a graph, for who reads RDF and SPARQL. */
    public LinkedData linkedData() {
        return linkedData;
    }

    /** Where the URIs of concepts begin. */
    public String conceptBase() {
        return store.base();
    }

    /** Reads a classification's file and, unless it is a dry run, compiles and publishes it. */
    public ImportReport importCodeSystem(
            ClassificationFormat format, InputStream file, String version, boolean dryRun) {
        var reading = format.read(file);
        var concepts = reading.concepts();
        var published = dryRun || concepts.isEmpty()
                ? null
                : library.publish(new CodeSystemSource(
                        format.url(),
                        version,
                        format.title(),
                        concepts.getFirst().designations().getFirst().language(),
                        concepts));
        return new ImportReport(
                format.url(),
                version,
                reading.read(),
                concepts.size(),
                reading.rejected(),
                reading.adjusted(),
                published);
    }

    /** The classifications and graphs at hand, and the lexicon once it is loaded. */
    public List<CodeSystemSummary> codeSystems() {
        var systems = new ArrayList<>(library.list());
        systems.addAll(graphs.list());
        var scheme = lexicon.scheme();
        if (scheme != null) {
            systems.add(new CodeSystemSummary(
                    SystemUri.LEXICON,
                    scheme.version(),
                    scheme.title(),
                    "gn",
                    lexicon.book().size(),
                    scheme.contentHash(),
                    true));
        }
        return List.copyOf(systems);
    }

    /** The languages in which the lexicon has words, as BCP 47 tags. */
    public Set<String> languages() {
        return lexicon.languages();
    }

    /** All versions of the local concept schemes, in the order they were loaded. */
    public List<SchemeVersion> conceptSchemes() {
        return store.listSchemes();
    }

    @Override
    public void close() {
        library.close();
        graphs.close();
        maps.close();
        store.close();
    }

    private Optional<ContentCodes> graph(String url, @Nullable String version) {
        return graphs.find(url, version).map(ContentCodes::new);
    }

    private LexiconCodes codesOfLexicon() {
        return new LexiconCodes(lexicon);
    }

    private ConceptMapping withDisplay(ConceptMapping mapping) {
        return new ConceptMapping(
                mapping.conceptId(), withDisplay(mapping.target()), mapping.relation(), mapping.evidence());
    }

    private Coding withDisplay(Coding coding) {
        return library.find(coding.system(), null)
                .flatMap(codes -> codes.lookup(coding.code()))
                .or(() -> graph(coding.system(), null).flatMap(codes -> codes.lookup(coding.code())))
                .map(found -> coding.withDisplay(found.display(), found.version()))
                .orElse(coding);
    }

    private static String schemeUri(ConceptStore store) {
        return store.base() + "scheme/" + LEXICON_SCHEME;
    }
}
