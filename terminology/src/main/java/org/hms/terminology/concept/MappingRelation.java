package org.hms.terminology.concept;

import java.util.Locale;
import java.util.Optional;

/**
 * What the target of a mapping is to its source, in the words of SKOS, FHIR R4 and SSSOM. Ordered from the best to the
 * weakest.
 */
public enum MappingRelation {
    EXACT("exactMatch", "equivalent"),
    CLOSE("closeMatch", "inexact"),
    /** The target is broader than the source. */
    BROAD("broadMatch", "wider"),
    /** The target is narrower than the source. */
    NARROW("narrowMatch", "narrower"),
    RELATED("relatedMatch", "relatedto"),
    NO_MATCH("noMatch", "unmatched");

    private final String skosName;
    private final String fhirEquivalence;

    MappingRelation(String skosName, String fhirEquivalence) {
        this.skosName = skosName;
        this.fhirEquivalence = fhirEquivalence;
    }

    /** The local name of the SKOS property, {@code exactMatch} and so on. */
    public String skosName() {
        return skosName;
    }

    /** The SSSOM predicate as a CURIE; SSSOM states the absence of a match in the object, not in the predicate. */
    public String sssomPredicate() {
        return this == NO_MATCH ? "skos:exactMatch" : "skos:" + skosName;
    }

    /** The code of FHIR R4's ConceptMapEquivalence. */
    public String fhirEquivalence() {
        return fhirEquivalence;
    }

    /** The relation that holds when source and target change places. */
    public MappingRelation inverse() {
        return switch (this) {
            case BROAD -> NARROW;
            case NARROW -> BROAD;
            case EXACT, CLOSE, RELATED, NO_MATCH -> this;
        };
    }

    /** This relation, or the limit where this one claims more than the limit. */
    public MappingRelation atMost(MappingRelation limit) {
        return ordinal() < limit.ordinal() ? limit : this;
    }

    /** Reads the lexicon's words: exact, close, broad, narrow, related. */
    public static Optional<MappingRelation> ofWord(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "exact" -> Optional.of(EXACT);
            case "close" -> Optional.of(CLOSE);
            case "broad" -> Optional.of(BROAD);
            case "narrow" -> Optional.of(NARROW);
            case "related" -> Optional.of(RELATED);
            case "none" -> Optional.of(NO_MATCH);
            default -> Optional.empty();
        };
    }

    /** Reads a code of FHIR R4's ConceptMapEquivalence; {@code disjoint} is a statement of its own and is not read. */
    public static Optional<MappingRelation> ofFhirEquivalence(String code) {
        return switch (code) {
            case "equivalent", "equal" -> Optional.of(EXACT);
            case "inexact" -> Optional.of(CLOSE);
            case "wider", "subsumes" -> Optional.of(BROAD);
            case "narrower", "specializes" -> Optional.of(NARROW);
            case "relatedto" -> Optional.of(RELATED);
            case "unmatched" -> Optional.of(NO_MATCH);
            default -> Optional.empty();
        };
    }
}
