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
import org.hms.terminology.load.UnreadableFile;
import org.hms.terminology.load.icd11.AxesReport;
import org.hms.terminology.load.icd11.Icd11AxesImporter;
import org.hms.terminology.rdf.ConceptStore;
import org.hms.terminology.search.TermHit;
import org.hms.terminology.search.TermQuery;
import org.hms.terminology.system.CodeSystemLibrary;
import org.hms.terminology.system.CodeSystemSource;
import org.hms.terminology.system.CodeSystemSummary;
import org.hms.terminology.system.GraphLibrary;
import org.hms.terminology.system.MapLibrary;
import org.hms.terminology.translate.TranslateQuery;
import org.hms.terminology.translate.Translation;

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

    /** The version of a code system that was imported last. */
    public Optional<CodeSystemContent> current(String system) {
        var url = SystemUri.resolve(system);
        return url.equals(SystemUri.LEXICON)
                ? contents(url).stream().findFirst()
                : library.find(url, null).map(CodeSystemContent.class::cast).or(() -> graphs.find(url, null));
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

    /** A concept of the lexicon with its provenance and, for a word of another language, the concept it equals. */
    public Optional<Concept> findConcept(String conceptId) {
        return lexicons.current().book().find(conceptId);
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

    /**
     * Reads the axes of ICD-11 from WHO's entities and, unless it is a dry run, publishes the release anew with them. Those
     * it had before are replaced.
     */
    public AxesReport importAxes(Path file, String version, boolean dryRun) throws IOException {
        var release = library.find(SystemUri.ICD_11, version)
                .orElseThrow(() -> new UnreadableFile("There is no release " + version
                        + " of ICD-11 to which the axes could belong; its tabulation comes first"));
        var reading = Icd11AxesImporter.read(file, release);
        return reading.report(dryRun ? null : library.publish(reading.release()));
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

    private ConceptMapping withDisplay(ConceptMapping mapping) {
        return new ConceptMapping(
                mapping.conceptId(), withDisplay(mapping.target()), mapping.relation(), mapping.evidence());
    }

    private Coding withDisplay(Coding coding) {
        var content = current(coding.system()).orElse(null);
        var ordinal = content == null ? -1 : content.find(coding.code());
        return content == null || ordinal < 0
                ? coding
                : coding.withDisplay(content.display(ordinal), content.header().version());
    }
}
