package org.hms.terminology.rdf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SKOSXL;
import org.hms.terminology.concept.Attestation;
import org.hms.terminology.concept.Coding;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.ConceptMapping;
import org.hms.terminology.concept.Confidence;
import org.hms.terminology.concept.Deprecation;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.DesignationUse;
import org.hms.terminology.concept.MappingEvidence;
import org.hms.terminology.concept.MappingRelation;
import org.hms.terminology.concept.MappingReview;
import org.hms.terminology.concept.Provenance;
import org.hms.terminology.concept.ReviewStatus;
import org.hms.terminology.concept.SchemeVersion;
import org.jspecify.annotations.Nullable;

/** Reads back what {@link ConceptWriter} wrote. */
final class ConceptReader {
    private static final Map<DesignationUse, Property> LABELS = Map.of(
            DesignationUse.PREFERRED, SKOSXL.prefLabel,
            DesignationUse.ALTERNATIVE, SKOSXL.altLabel,
            DesignationUse.HIDDEN, SKOSXL.hiddenLabel);

    private record Placed(int position, Designation designation) {}

    private ConceptReader() {}

    static SchemeVersion readScheme(Resource scheme) {
        var uri = scheme.getRequiredProperty(DCTerms.isVersionOf).getResource().getURI();
        return new SchemeVersion(
                uri,
                text(scheme, DCTerms.title),
                text(scheme, OWL2.versionInfo),
                text(scheme, DCTerms.license),
                text(scheme, Hms.CONTENT_HASH));
    }

    /** All concepts of a graph, in the order of their notations. */
    static List<Concept> readConcepts(Model model) {
        return model.listResourcesWithProperty(RDF.type, SKOS.Concept).toList().stream()
                .map(concept -> readConcept(model, concept))
                .sorted(Comparator.comparing(Concept::id))
                .toList();
    }

    private static Concept readConcept(Model model, Resource concept) {
        var id = text(concept, SKOS.notation);
        var same = concept.getProperty(Hms.SAME_CONCEPT_AS);
        return new Concept(
                id,
                text(concept, Hms.CATEGORY),
                optionalText(concept, SKOS.definition),
                readDesignations(concept),
                readMappings(model, concept, id),
                new Provenance(
                        text(concept, DCTerms.source),
                        Confidence.ofWord(text(concept, Hms.CONFIDENCE)).orElseThrow(),
                        ReviewStatus.ofWord(text(concept, Hms.REVIEW_STATUS)),
                        optionalText(concept, SKOS.editorialNote)),
                same == null ? null : text(same.getResource(), SKOS.notation),
                readDeprecation(concept));
    }

    private static @Nullable Deprecation readDeprecation(Resource concept) {
        if (!concept.hasProperty(OWL2.deprecated)) {
            return null;
        }
        var heir = concept.getProperty(DCTerms.isReplacedBy);
        return new Deprecation(
                text(concept, Hms.DEPRECATION_REASON), heir == null ? null : text(heir.getResource(), SKOS.notation));
    }

    private static @Nullable Attestation readAttestation(Resource label) {
        var author = optionalText(label, DCTerms.creator);
        return author == null
                ? null
                : new Attestation(
                        author,
                        text(label, DCTerms.source),
                        optionalText(label, Hms.REVIEWER),
                        optionalText(label, Hms.COMMUNITY),
                        optionalText(label, Hms.CONSENT));
    }

    private static @Nullable MappingReview readReview(Resource axiom) {
        var reviewer = optionalText(axiom, Hms.REVIEWER_LABEL);
        return reviewer == null
                ? null
                : new MappingReview(
                        reviewer,
                        LocalDate.parse(text(axiom, Hms.MAPPING_DATE)),
                        optionalText(axiom, Hms.MAPPING_TOOL));
    }

    private static List<Designation> readDesignations(Resource concept) {
        var placed = new ArrayList<Placed>();
        LABELS.forEach((use, property) -> concept.listProperties(property).forEach(statement -> {
            var label = statement.getResource();
            var form = label.getRequiredProperty(SKOSXL.literalForm).getLiteral();
            var designation = new Designation(
                    form.getLanguage(),
                    use,
                    optionalText(label, Hms.REGISTER),
                    optionalText(label, Hms.DIALECT),
                    form.getString(),
                    readAttestation(label));
            placed.add(new Placed(label.getRequiredProperty(Hms.POSITION).getInt(), designation));
        }));
        return placed.stream()
                .sorted(Comparator.comparingInt(Placed::position))
                .map(Placed::designation)
                .toList();
    }

    private static List<ConceptMapping> readMappings(Model model, Resource concept, String id) {
        return model.listSubjectsWithProperty(OWL2.annotatedSource, concept).toList().stream()
                .map(axiom -> readMapping(axiom, id))
                .sorted(Comparator.comparing(
                                (ConceptMapping mapping) -> mapping.target().system())
                        .thenComparing(mapping -> mapping.target().code()))
                .toList();
    }

    private static ConceptMapping readMapping(Resource axiom, String id) {
        var predicate =
                axiom.getRequiredProperty(OWL2.annotatedProperty).getResource().getLocalName();
        var target = axiom.getRequiredProperty(OWL2.annotatedTarget).getResource();
        return new ConceptMapping(
                id,
                Coding.of(text(axiom, Hms.TARGET_SYSTEM), text(axiom, Hms.TARGET_CODE)),
                target.equals(Hms.NO_TERM_FOUND) ? MappingRelation.NO_MATCH : relation(predicate),
                new MappingEvidence(
                        text(axiom, Hms.MAPPING_JUSTIFICATION),
                        text(axiom, Hms.AUTHOR_LABEL),
                        text(axiom, Hms.MAPPING_SOURCE),
                        Confidence.ofWord(text(axiom, Hms.CONFIDENCE)).orElseThrow(),
                        optionalText(axiom, Hms.COMMENT),
                        readReview(axiom)));
    }

    private static MappingRelation relation(String skosName) {
        for (var relation : MappingRelation.values()) {
            if (relation.skosName().equals(skosName)) {
                return relation;
            }
        }
        throw new IllegalStateException("The store holds an unknown mapping relation: " + skosName);
    }

    private static String text(Resource resource, Property property) {
        return resource.getRequiredProperty(property).getString();
    }

    private static @Nullable String optionalText(Resource resource, Property property) {
        var statement = resource.getProperty(property);
        return statement == null ? null : statement.getString();
    }
}
