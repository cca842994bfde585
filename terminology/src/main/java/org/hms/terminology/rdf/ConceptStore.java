package org.hms.terminology.rdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.Dataset;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDB2Factory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.SchemeVersion;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every version of every local concept scheme, each in a named graph of its own. A load is one transaction: either
 * all of it satisfies the shapes and is stored, or nothing is. The version loaded last is the current one.
 */
public final class ConceptStore implements AutoCloseable {

    /** Where concept URIs live unless configured otherwise. */
    public static final String DEFAULT_BASE = "https://registry.hms.gov.py/terms/";

    private record Placed(long sequence, SchemeVersion scheme) {}

    private final Dataset dataset;
    private final String base;
    private final ShapesGuard guard = new ShapesGuard();

    private ConceptStore(Dataset dataset, String base) {
        this.dataset = dataset;
        this.base = base;
    }

    /** Opens the store in a directory, which is made when it is not there. One process at a time may hold it. */
    public static ConceptStore open(Path directory, String base) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ConceptStore(TDB2Factory.connectDataset(directory.toString()), base);
    }

    public static ConceptStore inMemory(String base) {
        return new ConceptStore(TDB2Factory.createDataset(), base);
    }

    public String base() {
        return base;
    }

    /** Stores a scheme version and makes it current, unless it breaks the shapes or is current already. */
    public StoreOutcome store(SchemeVersion scheme, Collection<Concept> concepts) {
        return store(scheme, concepts, null);
    }

    /** The same, with how the version came about. */
    public StoreOutcome store(SchemeVersion scheme, Collection<Concept> concepts, @Nullable Publication publication) {
        var current = findCurrent(scheme.uri());
        if (current.isPresent() && current.get().equals(scheme)) {
            return new StoreOutcome.Unchanged(scheme);
        }
        var writer = new ConceptWriter(base, scheme);
        var model = writer.write(concepts);
        if (publication != null) {
            writer.write(publication);
        }
        var findings = guard.findings(model);
        if (!findings.isEmpty()) {
            return new StoreOutcome.Refused(findings);
        }
        Txn.executeWrite(dataset, () -> {
            var next =
                    placedSchemes().stream().mapToLong(Placed::sequence).max().orElse(0) + 1;
            model.createResource(scheme.versionUri()).addLiteral(Hms.LOAD_SEQUENCE, next);
            dataset.replaceNamedModel(scheme.versionUri(), model);
        });
        return new StoreOutcome.Stored(scheme, concepts.size());
    }

    /** All scheme versions, in the order they were loaded. */
    public List<SchemeVersion> listSchemes() {
        return Txn.calculateRead(
                dataset, () -> placedSchemes().stream().map(Placed::scheme).toList());
    }

    /** The version of a scheme that was loaded last. */
    public Optional<SchemeVersion> findCurrent(String uri) {
        return listSchemes().stream().filter(scheme -> scheme.uri().equals(uri)).reduce((earlier, later) -> later);
    }

    public List<Concept> listConcepts(SchemeVersion scheme) {
        return ConceptReader.readConcepts(copy(scheme));
    }

    /** Whether editors made this version, as its graph says. */
    public boolean isPublication(SchemeVersion scheme) {
        return Txn.calculateRead(
                dataset,
                () -> dataset.getNamedModel(scheme.versionUri())
                        .createResource(scheme.versionUri())
                        .hasProperty(Prov.WAS_GENERATED_BY));
    }

    /** A version's graph in memory. In one sweep: reading each label from disk by itself takes three times as long. */
    Model copy(SchemeVersion scheme) {
        var copy = ModelFactory.createDefaultModel();
        copy.setNsPrefixes(Hms.PREFIXES);
        Txn.executeRead(dataset, () -> copy.add(dataset.getNamedModel(scheme.versionUri())));
        return copy;
    }

    @Override
    public void close() {
        dataset.close();
    }

    private List<Placed> placedSchemes() {
        var placed = new ArrayList<Placed>();
        dataset.listModelNames()
                .forEachRemaining(name -> dataset.getNamedModel(name.getURI())
                        .listResourcesWithProperty(RDF.type, SKOS.ConceptScheme)
                        .forEach(scheme -> placed.add(new Placed(sequence(scheme), ConceptReader.readScheme(scheme)))));
        placed.sort(Comparator.comparingLong(Placed::sequence));
        return placed;
    }

    private static long sequence(Resource scheme) {
        return scheme.getRequiredProperty(Hms.LOAD_SEQUENCE).getLong();
    }
}
