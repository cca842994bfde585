package org.hms.terminology;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hms.terminology.concept.Coding;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.ConceptMapping;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.load.ClassificationFormat;
import org.hms.terminology.load.ImportReport;
import org.hms.terminology.rdf.ConceptStore;
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
    private final LexiconKeeper lexicons;
    private final CodeSystemLibrary library;
    private final GraphLibrary graphs;
    private final MapLibrary maps;

    private TerminologyService(ConceptStore store, CodeSystemLibrary library, GraphLibrary graphs, MapLibrary maps) {
        this.lexicons = new LexiconKeeper(store);
        this.library = library;
        this.graphs = graphs;
        this.maps = maps;
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
            return lexicons.current().scheme() == null
                    ? List.of()
                    : List.of(lexicons.current().content());
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
        return lexicons.current().index().search(query).stream()
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
        return lexicons.current().book().find(conceptId);
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
        var translation = lexicons.current().translator().translate(query);
        var matches = translation.matches().stream()
                .map(match -> match.withTarget(withDisplay(match.target())))
                .toList();
        return new Translation(translation.result(), matches, translation.message());
    }

    /** The lexicon's versions: how they come to be, and what they hold. */
    public LexiconKeeper lexicons() {
        return lexicons;
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
        var scheme = lexicons.current().scheme();
        if (scheme != null) {
            systems.add(new CodeSystemSummary(
                    SystemUri.LEXICON,
                    scheme.version(),
                    scheme.title(),
                    "gn",
                    lexicons.current().book().size(),
                    scheme.contentHash(),
                    true));
        }
        return List.copyOf(systems);
    }

    /** The languages in which the lexicon has words, as BCP 47 tags. */
    public Set<String> languages() {
        return lexicons.current().languages();
    }

    @Override
    public void close() {
        library.close();
        graphs.close();
        maps.close();
        lexicons.close();
    }

    private Optional<ContentCodes> graph(String url, @Nullable String version) {
        return graphs.find(url, version).map(ContentCodes::new);
    }

    private LexiconCodes codesOfLexicon() {
        return new LexiconCodes(lexicons.current());
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
}
