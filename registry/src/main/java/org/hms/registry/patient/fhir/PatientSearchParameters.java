package org.hms.registry.patient.fhir;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hms.matching.person.Sex;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.Prefixed;
import org.hms.registry.fhir.SearchParameter;
import org.hms.registry.fhir.SearchTerm;
import org.hms.registry.patient.IdentifierSystems;
import org.hms.registry.patient.PatientIndex;
import org.hms.registry.patient.PersonCondition;
import org.hms.registry.patient.PersonCondition.BirthSpan;
import org.hms.registry.patient.PersonCondition.BirthSpan.Relation;
import org.hms.registry.patient.PersonCondition.Field;
import org.hms.registry.patient.PersonCondition.Match;
import org.hms.registry.patient.PersonCondition.TimeWindow;
import org.hms.registry.patient.PersonCondition.WantedIdentifier;

/** The parameters of <a href="https://profiles.ihe.net/ITI/PDQm/ITI-78.html">ITI-78</a>, and what each asks of a person. */
final class PatientSearchParameters {

    /** Dates without a zone are the country's. */
    static final ZoneId ZONE = ZoneId.of("America/Asuncion");

    static final List<SearchParameter> ALL = List.of(
            token("_id", "An enterprise id"),
            SearchParameter.of("_lastUpdated", SearchParamType.DATE, "When the golden record last changed"),
            token(
                    "active",
                    "Whether any source still keeps a record of the person; false for ids that were merged, too"),
            text("family", "The beginning of a family name, accents and case aside"),
            text("given", "The beginning of a given name"),
            text("name", "The beginning of a family or given name"),
            token("identifier", "system|value; system| asks for all of that system and gives back only these"),
            token("telecom", "A telephone number"),
            token("phone", "A telephone number"),
            SearchParameter.of("birthdate", SearchParamType.DATE, "The date of birth, with FHIR's prefixes"),
            text("address", "The beginning of a word of any part of the address"),
            text("address-city", "The beginning of the city, or of the district, which is the municipality"),
            text("address-country", "The beginning of the country, as the source gave it, or PY"),
            text("address-postalcode", "The beginning of the postal code"),
            text("address-state", "The beginning of the department"),
            token("gender", "male, female, other or unknown"),
            text("mothersMaidenName", "The beginning of a name of the mother"));

    private static final String GENDER = "http://hl7.org/fhir/administrative-gender";
    private static final Set<String> PHONES = Set.of("phone", "sms");

    private final PatientIndex index;
    private final InstantSource clock;

    PatientSearchParameters(PatientIndex index, InstantSource clock) {
        this.index = index;
        this.clock = clock;
    }

    private static SearchParameter token(String name, String documentation) {
        return SearchParameter.of(name, SearchParamType.TOKEN, documentation);
    }

    private static SearchParameter text(String name, String documentation) {
        return new SearchParameter(name, SearchParamType.STRING, Set.of("exact", "contains"), documentation);
    }

    PersonCondition condition(SearchTerm term) {
        return switch (term.name()) {
            case "_id" -> new PersonCondition.HasEid(term.values());
            case "_lastUpdated" ->
                new PersonCondition.WasUpdated(term.prefixed().stream()
                        .map(PatientSearchParameters::window)
                        .toList());
            case "active" -> new PersonCondition.IsActive(booleans(term));
            case "family" -> says(term, Field.FAMILY);
            case "given" -> says(term, Field.GIVEN);
            case "name" -> says(term, Field.FAMILY, Field.GIVEN);
            case "identifier" ->
                new PersonCondition.HasIdentifier(
                        term.tokens().stream().flatMap(this::identifier).toList());
            case "telecom", "phone" -> new PersonCondition.HasPhone(phones(term));
            case "birthdate" ->
                new PersonCondition.WasBorn(
                        term.prefixed().stream().map(this::born).toList());
            case "address" -> says(term, Field.ADDRESS);
            case "address-city" -> says(term, Field.CITY);
            case "address-country" -> says(term, Field.COUNTRY);
            case "address-postalcode" -> says(term, Field.POSTAL_CODE);
            case "address-state" -> says(term, Field.STATE);
            case "gender" -> new PersonCondition.HasSex(sexes(term));
            case "mothersMaidenName" -> says(term, Field.MOTHER);
            default -> throw new IllegalStateException("Not offered, but asked: " + term.declaredName());
        };
    }

    private static PersonCondition says(SearchTerm term, Field... fields) {
        var match = term.hasModifier("exact")
                ? Match.EXACT
                : term.hasModifier("contains") ? Match.CONTAINS : Match.STARTS_WITH;
        return new PersonCondition.Says(List.of(fields), match, term.values());
    }

    private static List<Boolean> booleans(SearchTerm term) {
        return term.tokens().stream()
                .map(token -> switch (token.code()) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw FhirProblem.invalid("The search parameter active is true or false", "active");
                })
                .toList();
    }

    /** A token with a bar and nothing before it asks for numbers without a system, which nobody has. */
    private Stream<WantedIdentifier> identifier(SearchTerm.Token token) {
        var value = token.code().isBlank() ? null : token.code();
        if (token.system() == null) {
            return Stream.of(new WantedIdentifier(null, value));
        }
        var system = index.canonical(token.system());
        if (system.isEmpty()) {
            return Stream.empty();
        }
        if (system.equals(IdentifierSystems.ENTERPRISE_ID) && value != null) {
            return index.findPerson(value).stream()
                    .map(person -> new WantedIdentifier(system, person.golden().eid()));
        }
        return Stream.of(new WantedIdentifier(system, value));
    }

    private static List<String> phones(SearchTerm term) {
        return term.tokens().stream()
                .filter(token -> token.system() == null || PHONES.contains(token.system()))
                .map(SearchTerm.Token::code)
                .filter(number -> number.chars().anyMatch(c -> c >= '0' && c <= '9'))
                .toList();
    }

    private static List<Sex> sexes(SearchTerm term) {
        return term.tokens().stream()
                .filter(token -> token.system() == null || token.system().equals(GENDER))
                .map(token -> switch (token.code()) {
                    case "female" -> Sex.FEMALE;
                    case "male" -> Sex.MALE;
                    case "other" -> Sex.OTHER;
                    case "unknown" -> Sex.UNKNOWN;
                    default ->
                        throw FhirProblem.invalid(
                                "The search parameter gender is male, female, other or unknown", "gender");
                })
                .toList();
    }

    /** A birth date has no time of day, so neither has what it is compared with. */
    private BirthSpan born(Prefixed date) {
        if (date.value().length() > 10) {
            throw FhirProblem.invalid(
                    "The search parameter birthdate is a date of the form YYYY, YYYY-MM or YYYY-MM-DD", "birthdate");
        }
        var span = date.span(ZONE);
        var from = LocalDate.ofInstant(span.start(), ZONE);
        var until = LocalDate.ofInstant(span.end(), ZONE);
        return switch (date.comparison()) {
            case EQ -> new BirthSpan(Relation.WITHIN, from, until);
            case NE -> new BirthSpan(Relation.NOT_WITHIN, from, until);
            case GT -> new BirthSpan(Relation.ENDS_AFTER, from, until);
            case LT -> new BirthSpan(Relation.STARTS_BEFORE, from, until);
            case GE -> new BirthSpan(Relation.WITHIN_OR_ENDS_AFTER, from, until);
            case LE -> new BirthSpan(Relation.WITHIN_OR_STARTS_BEFORE, from, until);
            case SA -> new BirthSpan(Relation.STARTS_AFTER, from, until);
            case EB -> new BirthSpan(Relation.ENDS_BEFORE, from, until);
            case AP -> about(from, until);
        };
    }

    /** Ten in a hundred of the time that has passed since, before and after, as FHIR recommends. */
    private BirthSpan about(LocalDate from, LocalDate until) {
        var today = LocalDate.ofInstant(clock.instant(), ZONE);
        long slack = Math.abs(ChronoUnit.DAYS.between(from, today)) / 10;
        return new BirthSpan(Relation.OVERLAPS, from.minusDays(slack), until.plusDays(slack));
    }

    private static TimeWindow window(Prefixed date) {
        var span = date.span(ZONE);
        return switch (date.comparison()) {
            case EQ, AP -> new TimeWindow(span.start(), span.end(), false);
            case NE -> new TimeWindow(span.start(), span.end(), true);
            case GT, SA -> new TimeWindow(span.end(), null, false);
            case GE -> new TimeWindow(span.start(), null, false);
            case LT, EB -> new TimeWindow(null, span.start(), false);
            case LE -> new TimeWindow(null, span.end(), false);
        };
    }
}
