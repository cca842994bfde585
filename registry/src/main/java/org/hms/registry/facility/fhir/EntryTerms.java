package org.hms.registry.facility.fhir;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.Prefixed;
import org.hms.registry.fhir.SearchParameter;
import org.hms.registry.fhir.SearchTerm;
import org.hms.registry.territory.DirectoryName;
import org.hms.registry.territory.EntryCondition;
import org.hms.registry.territory.EntryCondition.HasId;
import org.hms.registry.territory.EntryCondition.HasIdentifier;
import org.hms.registry.territory.EntryCondition.IsActive;
import org.hms.registry.territory.EntryCondition.IsNamed;
import org.hms.registry.territory.EntryCondition.Match;
import org.hms.registry.territory.EntryCondition.TimeWindow;
import org.hms.registry.territory.EntryCondition.Wanted;
import org.hms.registry.territory.EntryCondition.WasUpdated;
import org.jspecify.annotations.Nullable;

/** Search terms that are read alike for every resource of the directory. */
public final class EntryTerms {

    /** Dates without a zone are the country's. */
    public static final ZoneId ZONE = ZoneId.of("America/Asuncion");

    private static final Set<String> STRING_MODIFIERS = Set.of("contains", "exact");

    private EntryTerms() {}

    public static SearchParameter token(String name, String documentation) {
        return SearchParameter.of(name, SearchParamType.TOKEN, documentation);
    }

    public static SearchParameter text(String name, String documentation) {
        return new SearchParameter(name, SearchParamType.STRING, STRING_MODIFIERS, documentation);
    }

    public static SearchParameter reference(String name, String documentation) {
        return SearchParameter.of(name, SearchParamType.REFERENCE, documentation);
    }

    /** The reference to a parent, which may be asked for with all that is below or above it. */
    static SearchParameter parent(String documentation) {
        return new SearchParameter(
                "partof",
                SearchParamType.REFERENCE,
                Set.of("above", "below"),
                documentation + "; with :below or :above the step may be any number of steps");
    }

    public static SearchParameter lastUpdated() {
        return SearchParameter.of("_lastUpdated", SearchParamType.DATE, "When the current version was published");
    }

    public static EntryCondition id(SearchTerm term) {
        return new HasId(term.values());
    }

    public static EntryCondition identifier(SearchTerm term) {
        return new HasIdentifier(wanted(term));
    }

    public static EntryCondition named(SearchTerm term, DirectoryName.@Nullable Part part) {
        var match = term.hasModifier("exact")
                ? Match.EXACT
                : term.hasModifier("contains") ? Match.CONTAINS : Match.STARTS_WITH;
        return new IsNamed(match, part, term.values());
    }

    public static EntryCondition updated(SearchTerm term) {
        return new WasUpdated(term.prefixed().stream().map(EntryTerms::window).toList());
    }

    public static EntryCondition active(SearchTerm term) {
        return new IsActive(booleans(term));
    }

    public static List<Wanted> wanted(SearchTerm term) {
        return term.tokens().stream()
                .map(token -> new Wanted(token.system(), token.code()))
                .toList();
    }

    public static List<Boolean> booleans(SearchTerm term) {
        return term.tokens().stream()
                .map(token -> switch (token.code()) {
                    case "true" -> true;
                    case "false" -> false;
                    default ->
                        throw FhirProblem.invalid(
                                "The search parameter " + term.declaredName() + " is true or false",
                                term.declaredName());
                })
                .toList();
    }

    /** The ids of references to this type; what refers elsewhere refers to nothing of ours. */
    public static List<String> ids(SearchTerm term, String type, FhirRequest request) {
        return term.values().stream()
                .flatMap(value -> id(value, type, request.base()))
                .toList();
    }

    private static Stream<String> id(String reference, String type, String base) {
        var relative = reference.startsWith(base + "/") ? reference.substring(base.length() + 1) : reference;
        if (!relative.contains("/")) {
            return Stream.of(relative);
        }
        var id = relative.substring(relative.indexOf('/') + 1);
        return relative.startsWith(type + "/") && !id.contains("/") ? Stream.of(id) : Stream.empty();
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
