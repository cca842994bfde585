package org.hms.registry.openrefine;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hms.matching.score.Evidence;
import org.hms.registry.facility.Facility;
import org.hms.registry.reconcile.Decision;
import org.hms.registry.reconcile.FacilityFinder;
import org.hms.registry.reconcile.FoundFacility;
import org.hms.registry.reconcile.ListedFacility;
import org.hms.registry.reconcile.ListedFacility.Whereabouts;
import org.hms.registry.reconcile.Reconciliation;
import org.hms.registry.territory.DirectoryIdentifier;
import org.hms.registry.territory.DirectoryRoll;
import org.hms.registry.territory.GeoPoint;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.JurisdictionIds;
import org.hms.registry.territory.Published;
import org.hms.registry.territory.RollView;
import org.jspecify.annotations.Nullable;

/** The facilities that stand, weighed by the engine that reconciles lists of them. */
public final class FacilityCatalogue implements EntityCatalogue {

    private static final Presentation PRESENTATION = new Presentation(
            "Establecimientos de salud del Paraguay",
            "https://registry.hms.gov.py/fhir/Location/",
            "https://profiles.ihe.net/ITI/mCSD/StructureDefinition/IHE.mCSD.FacilityLocation");

    private final Reconciliation reconciliation = Reconciliation.withShippedModel();
    private final FacilityEntities entities;
    private final RollView<Facility, Known> known;

    public FacilityCatalogue(DirectoryRoll<Facility> facilities, DirectoryRoll<Jurisdiction> jurisdictions) {
        this.entities = new FacilityEntities(jurisdictions);
        this.known = new RollView<>(facilities, this::known);
    }

    /** All facilities by id, those that stand as a list to seek in, and who bears which identifier. */
    private record Known(
            Map<String, Facility> all, FacilityFinder finder, Prefixes prefixes, Map<String, Set<String>> bearers) {}

    private Known known(List<Published<Facility>> published) {
        var all = new LinkedHashMap<String, Facility>();
        published.forEach(entry -> all.put(entry.content().id(), entry.content()));
        var standing = all.values().stream().filter(Facility::active).toList();
        var prefixes = new Prefixes();
        var bearers = new LinkedHashMap<String, Set<String>>();
        for (var facility : standing) {
            prefixes.add(facility.id(), facility.name().repaired());
            facility.identifiers().stream()
                    .map(DirectoryIdentifier::value)
                    .forEach(value ->
                            bearers.computeIfAbsent(value, _ -> new HashSet<>()).add(facility.id()));
        }
        var rows = standing.stream().map(ListedFacility::of).toList();
        return new Known(all, reconciliation.finder(rows), prefixes, bearers);
    }

    @Override
    public Presentation presentation() {
        return PRESENTATION;
    }

    @Override
    public List<EntityType> types() {
        return FacilityEntities.types();
    }

    @Override
    public List<EntityProperty> properties() {
        return Arrays.stream(FacilityProperty.values())
                .map(FacilityProperty::described)
                .toList();
    }

    @Override
    public List<Candidate> find(EntityQuery query) {
        var state = known.get();
        var named = named(query, state);
        if (named != null) {
            return List.of(Candidate.named(FacilityEntities.of(named, entities.names())));
        }
        var codes = new HashSet<String>();
        query.all(FacilityProperty.CODE.id())
                .forEach(code -> codes.addAll(state.bearers().getOrDefault(code, Set.of())));
        var names = entities.names();
        return state.finder().find(row(query), codes, query.limit()).stream()
                .map(found -> candidate(
                        found,
                        codes,
                        FacilityEntities.of(facility(state, found.facility().id()), names)))
                .toList();
    }

    /** Who asks by an id, or by a code alone that only one facility bears, names that one. */
    private static @Nullable Facility named(EntityQuery query, Known state) {
        var text = query.textOrEmpty();
        if (state.all().containsKey(text)) {
            return state.all().get(text);
        }
        var codes = query.all(FacilityProperty.CODE.id());
        var code = text.isEmpty() && codes.size() == 1 ? codes.getFirst() : text;
        var bearers = state.bearers().getOrDefault(code, Set.of());
        return bearers.size() == 1 ? state.all().get(bearers.iterator().next()) : null;
    }

    private static Candidate candidate(FoundFacility found, Set<String> codes, Entity entity) {
        var features = new LinkedHashMap<String, Double>();
        features.put("weight", found.score().weight());
        found.score().parts().stream()
                .filter(Evidence::speaks)
                .forEach(part -> features.put(part.comparison(), part.weight()));
        if (!codes.isEmpty()) {
            features.put(FacilityProperty.CODE.id(), codes.contains(entity.id()) ? 1.0 : 0.0);
        }
        return new Candidate(entity, 100 * found.score().probability(), found.decision() == Decision.MATCH, features);
    }

    private static ListedFacility row(EntityQuery query) {
        var type = query.first(FacilityProperty.TYPE.id());
        var asked = query.types().stream()
                .filter(id -> !id.equals(FacilityEntities.FACILITY.id()))
                .findFirst();
        var districts = query.all(FacilityProperty.DISTRICT.id());
        var code = districts.stream()
                .filter(district -> district.matches("(py-dis-)?\\d{4}"))
                .findFirst()
                .map(JurisdictionIds::codeOf)
                .orElse(null);
        return new ListedFacility(
                "sought",
                query.textOrEmpty(),
                type == null ? asked.orElse(null) : type,
                query.first(FacilityProperty.OWNERSHIP.id()),
                new Whereabouts(
                        code,
                        code != null || districts.isEmpty() ? null : districts.getLast(),
                        query.first(FacilityProperty.REGION.id()),
                        point(query)),
                query.all(FacilityProperty.PHONE.id()));
    }

    /** What is no place on Earth says nothing. */
    private static @Nullable GeoPoint point(EntityQuery query) {
        var latitude = query.first(FacilityProperty.LATITUDE.id());
        var longitude = query.first(FacilityProperty.LONGITUDE.id());
        if (latitude == null || longitude == null) {
            return null;
        }
        try {
            return new GeoPoint(degrees(latitude), degrees(longitude));
        } catch (IllegalArgumentException notOnEarth) {
            return null;
        }
    }

    private static double degrees(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }

    @Override
    public List<Entity> suggest(String prefix, int skip, int limit) {
        var state = known.get();
        var ids = new LinkedHashMap<String, Facility>();
        state.bearers().getOrDefault(prefix.strip(), Set.of()).forEach(id -> ids.put(id, facility(state, id)));
        state.prefixes().find(prefix).forEach(id -> ids.putIfAbsent(id, facility(state, id)));
        var names = entities.names();
        return ids.values().stream()
                .skip(skip)
                .limit(limit)
                .map(facility -> FacilityEntities.of(facility, names))
                .toList();
    }

    private static Facility facility(Known state, String id) {
        var facility = state.all().get(id);
        if (facility == null) {
            throw new IllegalStateException("What was found is in the list");
        }
        return facility;
    }

    @Override
    public Map<String, Entity> get(Collection<String> ids) {
        var state = known.get();
        var names = entities.names();
        var found = new LinkedHashMap<String, Entity>();
        for (var id : ids) {
            var facility = state.all().get(id);
            if (facility != null) {
                found.put(id, FacilityEntities.of(facility, names));
            }
        }
        return found;
    }
}
