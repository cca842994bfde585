package org.hms.terminology.rdf;

import java.util.Collection;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SKOSXL;
import org.hms.terminology.concept.Attestation;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.ConceptMapping;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.MappingRelation;
import org.hms.terminology.concept.SchemeVersion;
import org.jspecify.annotations.Nullable;

/** Writes the concepts of one scheme version as SKOS with SKOS-XL labels and SSSOM axioms. */
final class ConceptWriter {
    private final String base;
    private final SchemeVersion scheme;
    private final Model model = ModelFactory.createDefaultModel();
    private final Resource schemeResource;

    ConceptWriter(String base, SchemeVersion scheme) {
        this.base = base;
        this.scheme = scheme;
        this.schemeResource = model.createResource(scheme.versionUri());
    }

    Model write(Collection<Concept> concepts) {
        model.setNsPrefixes(Hms.PREFIXES);
        schemeResource
                .addProperty(RDF.type, SKOS.ConceptScheme)
                .addProperty(DCTerms.title, scheme.title(), "es")
                .addProperty(DCTerms.isVersionOf, model.createResource(scheme.uri()))
                .addProperty(OWL2.versionInfo, scheme.version())
                .addProperty(OWL2.versionIRI, schemeResource)
                .addProperty(DCTerms.license, scheme.licence())
                .addProperty(Hms.CONTENT_HASH, scheme.contentHash());
        concepts.forEach(this::write);
        return model;
    }

    /** Who made the version when, out of which, by which changes (PROV-O). */
    void write(Publication publication) {
        var activity = model.createResource(scheme.versionUri() + "#publication")
                .addProperty(RDF.type, Prov.ACTIVITY)
                .addProperty(Prov.ENDED_AT_TIME, publication.at().toString(), XSDDatatype.XSDdateTime)
                .addProperty(
                        Prov.WAS_ASSOCIATED_WITH,
                        model.createResource()
                                .addProperty(RDF.type, Prov.AGENT)
                                .addProperty(RDFS.label, publication.publisher()));
        publication.changes().forEach(change -> activity.addProperty(Hms.CHANGE, change));
        schemeResource
                .addProperty(RDF.type, Prov.ENTITY)
                .addProperty(Prov.WAS_GENERATED_BY, activity)
                .addProperty(DCTerms.issued, publication.at().toString(), XSDDatatype.XSDdateTime);
        if (publication.previousVersionUri() != null) {
            schemeResource.addProperty(Prov.WAS_DERIVED_FROM, model.createResource(publication.previousVersionUri()));
        }
    }

    private void write(Concept concept) {
        var resource = model.createResource(base + concept.id());
        resource.addProperty(RDF.type, SKOS.Concept)
                .addProperty(SKOS.inScheme, schemeResource)
                .addProperty(SKOS.notation, concept.id())
                .addProperty(Hms.CATEGORY, concept.category())
                .addProperty(DCTerms.source, concept.provenance().source())
                .addProperty(Hms.CONFIDENCE, concept.provenance().confidence().word())
                .addProperty(
                        Hms.REVIEW_STATUS, concept.provenance().reviewStatus().word());
        if (concept.isFolkIllness()) {
            resource.addProperty(RDF.type, Hms.FOLK_ILLNESS);
        }
        var deprecation = concept.deprecation();
        if (deprecation != null) {
            resource.addLiteral(OWL2.deprecated, true).addProperty(Hms.DEPRECATION_REASON, deprecation.reason(), "es");
            if (deprecation.replacedBy() != null) {
                resource.addProperty(DCTerms.isReplacedBy, model.createResource(base + deprecation.replacedBy()));
            }
        }
        addText(resource, SKOS.definition, concept.definition(), "es");
        addText(resource, SKOS.editorialNote, concept.provenance().notes(), "es");
        if (concept.sameAs() != null) {
            resource.addProperty(Hms.SAME_CONCEPT_AS, model.createResource(base + concept.sameAs()));
        }
        var position = 0;
        for (var designation : concept.designations()) {
            writeLabel(resource, concept, designation, position++);
        }
        for (var mapping : concept.mappings()) {
            writeMapping(resource, mapping);
        }
    }

    private void writeLabel(Resource resource, Concept concept, Designation designation, int position) {
        var plain = switch (designation.use()) {
            case PREFERRED -> SKOS.prefLabel;
            case ALTERNATIVE -> SKOS.altLabel;
            case HIDDEN -> SKOS.hiddenLabel;
        };
        var reified = switch (designation.use()) {
            case PREFERRED -> SKOSXL.prefLabel;
            case ALTERNATIVE -> SKOSXL.altLabel;
            case HIDDEN -> SKOSXL.hiddenLabel;
        };
        resource.addProperty(plain, designation.text(), designation.language());
        var label = model.createResource(resource.getURI() + "/label/" + position)
                .addProperty(RDF.type, SKOSXL.Label)
                .addProperty(SKOSXL.literalForm, designation.text(), designation.language())
                .addProperty(DCTerms.source, concept.provenance().source())
                .addProperty(
                        Hms.REVIEW_STATUS, concept.provenance().reviewStatus().word())
                .addLiteral(Hms.POSITION, position);
        addText(label, Hms.REGISTER, designation.register(), "");
        addText(label, Hms.DIALECT, designation.dialect(), "");
        if (designation.attestation() != null) {
            writeAttestation(label, designation.attestation());
        }
        resource.addProperty(reified, label);
    }

    private static void writeAttestation(Resource label, Attestation attestation) {
        label.addProperty(DCTerms.creator, attestation.author());
        addText(label, Hms.REVIEWER, attestation.reviewer(), "");
        addText(label, Hms.COMMUNITY, attestation.community(), "");
        addText(label, Hms.CONSENT, attestation.consent(), "");
        label.removeAll(DCTerms.source).addProperty(DCTerms.source, attestation.source());
    }

    private void writeMapping(Resource resource, ConceptMapping mapping) {
        var relation = mapping.relation();
        var evidence = mapping.evidence();
        var target = relation == MappingRelation.NO_MATCH
                ? Hms.NO_TERM_FOUND
                : model.createResource(TargetUri.of(mapping.target()));
        var predicate = predicate(relation);
        if (relation != MappingRelation.NO_MATCH) {
            // That there is no match is said by the axiom alone: as a plain triple it would be one more match.
            resource.addProperty(predicate, target);
        }
        var axiom = model.createResource(resource.getURI() + "/mapping/"
                        + TargetUri.slug(mapping.target().system()) + "/"
                        + mapping.target().code())
                .addProperty(RDF.type, OWL2.Axiom)
                .addProperty(OWL2.annotatedSource, resource)
                .addProperty(OWL2.annotatedProperty, predicate)
                .addProperty(OWL2.annotatedTarget, target)
                .addProperty(Hms.TARGET_SYSTEM, mapping.target().system())
                .addProperty(Hms.TARGET_CODE, mapping.target().code())
                .addProperty(
                        Hms.OBJECT_SOURCE, model.createResource(mapping.target().system()))
                .addProperty(Hms.MAPPING_JUSTIFICATION, evidence.justification())
                .addProperty(Hms.AUTHOR_LABEL, evidence.author())
                .addProperty(Hms.MAPPING_SOURCE, evidence.source())
                .addProperty(Hms.CONFIDENCE, evidence.confidence().word())
                .addLiteral(Hms.MAPPING_CONFIDENCE, evidence.confidence().sssomValue());
        addText(axiom, Hms.COMMENT, evidence.comment(), "");
        var review = evidence.review();
        if (review != null) {
            axiom.addProperty(Hms.REVIEWER_LABEL, review.reviewer())
                    .addProperty(Hms.MAPPING_DATE, review.date().toString(), XSDDatatype.XSDdate);
            addText(axiom, Hms.MAPPING_TOOL, review.tool(), "");
        }
    }

    static Property predicate(MappingRelation relation) {
        return switch (relation) {
            case EXACT, NO_MATCH -> SKOS.exactMatch;
            case CLOSE -> SKOS.closeMatch;
            case BROAD -> SKOS.broadMatch;
            case NARROW -> SKOS.narrowMatch;
            case RELATED -> SKOS.relatedMatch;
        };
    }

    private static void addText(Resource resource, Property property, @Nullable String text, String language) {
        if (text != null && !text.isBlank()) {
            resource.addProperty(property, text, language);
        }
    }
}
