package org.hms.registry.careservice.fhir;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.hms.registry.careservice.CareCode;
import org.hms.registry.careservice.CareCondition;
import org.hms.registry.careservice.CareCondition.Days;
import org.hms.registry.careservice.CareLink;
import org.hms.registry.facility.fhir.EntryTerms;
import org.hms.registry.facility.fhir.PlaceTerms;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.Prefixed;
import org.hms.registry.fhir.SearchParameter;
import org.hms.registry.fhir.SearchTerm;

/** Search terms that several kinds of entries have. */
final class CareConditions {

    /** What every kind is searched by. */
    static final List<SearchParameter> COMMON = List.of(
            EntryTerms.token("_id", "The id of an entry"),
            EntryTerms.lastUpdated(),
            EntryTerms.token("identifier", "A business identifier: [system]|[value]"));

    private CareConditions() {}

    static List<SearchParameter> with(SearchParameter... more) {
        return Stream.concat(COMMON.stream(), Stream.of(more)).toList();
    }

    /** The condition of a term that every kind has. */
    static CareCondition common(SearchTerm term) {
        return new CareCondition.Entry(
                switch (term.name()) {
                    case "_id" -> EntryTerms.id(term);
                    case "_lastUpdated" -> EntryTerms.updated(term);
                    case "identifier" -> EntryTerms.identifier(term);
                    case "active" -> EntryTerms.active(term);
                    case "name" -> EntryTerms.named(term, null);
                    default -> throw new IllegalStateException("Not offered, but asked: " + term.declaredName());
                });
    }

    static CareCondition code(CareCode.Role role, SearchTerm term) {
        return new CareCondition.HasCode(role, EntryTerms.wanted(term));
    }

    /** A reference to a place, or something that must hold of the place. */
    static CareCondition place(CareLink.Role role, SearchTerm term, String type, FhirRequest request) {
        return term.chain() == null
                ? new CareCondition.RefersTo(role, EntryTerms.ids(term, type, request))
                : new CareCondition.RefersToPlace(role, PlaceTerms.chained(term));
    }

    static CareCondition statuses(SearchTerm term, String system) {
        return new CareCondition.HasStatus(term.tokens().stream()
                .filter(token -> token.system() == null || system.equals(token.system()))
                .map(SearchTerm.Token::code)
                .toList());
    }

    static CareCondition days(SearchTerm term) {
        return new CareCondition.StandsWithin(
                term.prefixed().stream().map(CareConditions::days).toList());
    }

    /** As FHIR compares a period with a date: whether they have a day in common that the prefix asks for. */
    private static Days days(Prefixed date) {
        var span = date.span(EntryTerms.ZONE);
        var first = LocalDate.ofInstant(span.start(), EntryTerms.ZONE);
        var last = LocalDate.ofInstant(span.end().minusMillis(1), EntryTerms.ZONE);
        return switch (date.comparison()) {
            case EQ, AP -> new Days(first, last);
            case GE -> new Days(first, null);
            case GT, SA -> new Days(last.plusDays(1), null);
            case LE -> new Days(null, last);
            case LT, EB -> new Days(null, first.minusDays(1));
            case NE -> throw FhirProblem.notSupported("The search parameter date has no prefix ne here");
        };
    }
}
