package org.hms.registry.facility.fhir;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hms.registry.facility.PlaceCondition;
import org.hms.registry.facility.PlaceCondition.Tree;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.SearchParameter;
import org.hms.registry.fhir.SearchTerm;

/** What may be asked of a place through a reference to it: {@code location.name}, {@code organization.identifier}. */
public final class PlaceTerms {

    private static final String STATUS = "http://hl7.org/fhir/location-status";

    private PlaceTerms() {}

    /** The chained parameters of a reference to an Organization. */
    private static List<SearchParameter> organization(String parameter) {
        return List.of(
                EntryTerms.token(parameter + ".active", "Whether that Organization is active"),
                EntryTerms.token(parameter + ".identifier", "A code of that Organization"),
                EntryTerms.text(parameter + ".name", "The name of that Organization"));
    }

    /** The chained parameters of a reference to a Location. */
    private static List<SearchParameter> location(String parameter) {
        return List.of(
                EntryTerms.token(parameter + ".status", "The status of that Location"),
                EntryTerms.token(parameter + ".identifier", "A code of that Location"),
                EntryTerms.text(parameter + ".name", "The name of that Location"));
    }

    /** The parameters of a resource that refers to a place as Location and as Organization, chained ones included. */
    public static List<SearchParameter> withBoth(List<SearchParameter> own) {
        return Stream.of(own, location("location"), organization("organization"))
                .flatMap(List::stream)
                .toList();
    }

    /** What a chained term asks of the place. */
    public static PlaceCondition chained(SearchTerm term) {
        return switch (Objects.requireNonNull(term.chain())) {
            case "active" -> new PlaceCondition.Entry(EntryTerms.active(term));
            case "identifier" -> new PlaceCondition.Entry(EntryTerms.identifier(term));
            case "name" -> new PlaceCondition.Entry(EntryTerms.named(term, null));
            case "status" -> status(term);
            default -> throw new IllegalStateException("Not offered, but asked: " + term.declaredName());
        };
    }

    static PlaceCondition status(SearchTerm term) {
        return new PlaceCondition.HasStatus(term.tokens().stream()
                .filter(token -> token.system() == null || STATUS.equals(token.system()))
                .map(SearchTerm.Token::code)
                .toList());
    }

    /** The parent itself, one below or above it by the modifier, or what must hold of the parent. */
    static PlaceCondition parent(Tree tree, SearchTerm term, String type, FhirRequest request) {
        if (term.chain() != null) {
            return new PlaceCondition.HasParent(tree, chained(term));
        }
        var ids = EntryTerms.ids(term, type, request);
        if (term.hasModifier("below")) {
            return new PlaceCondition.HasParentBelow(tree, ids);
        }
        if (term.hasModifier("above")) {
            return new PlaceCondition.HasParentAbove(tree, ids);
        }
        return switch (tree) {
            case TERRITORY -> new PlaceCondition.LiesIn(ids);
            case MANAGEMENT -> new PlaceCondition.IsManagedBy(ids);
        };
    }
}
