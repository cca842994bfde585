package org.hms.registry.openrefine;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hms.matching.score.Evidence;
import org.hms.registry.practitioner.Licence;
import org.hms.registry.practitioner.Practitioner;
import org.hms.registry.reconcile.Decision;
import org.hms.registry.reconcile.FoundProvider;
import org.hms.registry.reconcile.ListedProvider;
import org.hms.registry.reconcile.ProviderFinder;
import org.hms.registry.territory.DirectoryRoll;
import org.hms.registry.territory.Published;
import org.hms.registry.territory.RollView;

/**
 * The public part of the professionals: name, and licences with specialty and validity, as a register hangs them out.
 * Neither sex nor languages, nor where they work.
 */
public final class ProviderCatalogue implements EntityCatalogue {

    private static final Presentation PRESENTATION = new Presentation(
            "Profesionales de la salud del Paraguay",
            "https://registry.hms.gov.py/fhir/Practitioner/",
            "https://profiles.ihe.net/ITI/mCSD/StructureDefinition/IHE.mCSD.Practitioner");
    private static final EntityType PROVIDER = EntityType.of("provider", "Profesional de la salud");
    private static final ZoneId PARAGUAY = ZoneId.of("America/Asuncion");

    private static final String LICENCE = "licence";
    private static final String SPECIALTY = "specialty";
    private static final String VALID_UNTIL = "valid-until";
    private static final String VALID_TODAY = "valid-today";

    private final InstantSource clock;
    private final RollView<Practitioner, Known> known;

    public ProviderCatalogue(DirectoryRoll<Practitioner> practitioners, InstantSource clock) {
        this.clock = clock;
        this.known = new RollView<>(practitioners, ProviderCatalogue::known);
    }

    private record Known(
            Map<String, Practitioner> all,
            ProviderFinder finder,
            Prefixes prefixes,
            Map<String, Set<String>> bearers) {}

    private static Known known(List<Published<Practitioner>> published) {
        var all = new LinkedHashMap<String, Practitioner>();
        var prefixes = new Prefixes();
        var bearers = new LinkedHashMap<String, Set<String>>();
        var rows = new ArrayList<ListedProvider>();
        for (var entry : published) {
            var practitioner = entry.content();
            all.put(practitioner.id(), practitioner);
            prefixes.add(practitioner.id(), practitioner.name().text());
            practitioner
                    .licences()
                    .forEach(licence -> bearers.computeIfAbsent(licence.number(), _ -> new LinkedHashSet<>())
                            .add(practitioner.id()));
            rows.add(ListedProvider.of(practitioner));
        }
        return new Known(all, new ProviderFinder(rows), prefixes, bearers);
    }

    @Override
    public Presentation presentation() {
        return PRESENTATION;
    }

    @Override
    public List<EntityType> types() {
        return List.of(PROVIDER);
    }

    @Override
    public List<EntityProperty> properties() {
        return List.of(
                new EntityProperty(LICENCE, "Registro", "Número del registro profesional", true),
                new EntityProperty(SPECIALTY, "Especialidad", "Código o nombre", true),
                new EntityProperty("name", "Nombre", "Como está publicado", false),
                new EntityProperty(VALID_UNTIL, "Vigente hasta", "Último día de cada registro", false),
                new EntityProperty(VALID_TODAY, "Vigente hoy", "yes o no", false));
    }

    @Override
    public List<Candidate> find(EntityQuery query) {
        var state = known.get();
        var text = query.textOrEmpty();
        var named = state.all().get(text);
        if (named == null) {
            var licences = query.all(LICENCE);
            var number = text.isEmpty() && licences.size() == 1 ? licences.getFirst() : text;
            var bearers = state.bearers().getOrDefault(number, Set.of());
            named = bearers.size() == 1 ? state.all().get(bearers.iterator().next()) : null;
        }
        if (named != null) {
            return List.of(Candidate.named(entity(named)));
        }
        var sought = new ListedProvider(null, text, Set.copyOf(query.all(LICENCE)), Set.copyOf(query.all(SPECIALTY)));
        return state.finder().find(sought, query.limit()).stream()
                .map(found -> candidate(found, state))
                .toList();
    }

    private Candidate candidate(FoundProvider found, Known state) {
        var features = new LinkedHashMap<String, Double>();
        features.put("weight", found.score().weight());
        found.score().parts().stream()
                .filter(Evidence::speaks)
                .forEach(part -> features.put(part.comparison(), part.weight()));
        return new Candidate(
                entity(practitioner(state, found.id())),
                100 * found.score().probability(),
                found.decision() == Decision.MATCH,
                features);
    }

    private static Practitioner practitioner(Known state, String id) {
        var practitioner = state.all().get(id);
        if (practitioner == null) {
            throw new IllegalStateException("What was found is in the register");
        }
        return practitioner;
    }

    private Entity entity(Practitioner practitioner) {
        var today = LocalDate.ofInstant(clock.instant(), PARAGUAY);
        var licences = practitioner.licences();
        var specialties = licences.stream()
                .map(licence -> licence.specialty().display())
                .distinct()
                .toList();
        var values = new LinkedHashMap<String, List<PropertyValue>>();
        values.put("name", PropertyValue.ofText(practitioner.name().text()));
        values.put(
                LICENCE,
                PropertyValue.ofTexts(licences.stream().map(Licence::number).toList()));
        values.put(SPECIALTY, PropertyValue.ofTexts(specialties));
        values.put(
                VALID_UNTIL,
                licences.stream()
                        .<PropertyValue>map(licence -> new PropertyValue.Day(licence.validUntil()))
                        .toList());
        boolean valid = licences.stream().anyMatch(licence -> licence.isValidOn(today));
        values.put(VALID_TODAY, PropertyValue.ofText(valid ? "yes" : "no"));
        var described = specialties.stream().collect(Collectors.joining(", "));
        return new Entity(
                practitioner.id(),
                practitioner.name().text(),
                described.isEmpty() ? null : described,
                List.of(PROVIDER),
                values);
    }

    @Override
    public List<Entity> suggest(String prefix, int skip, int limit) {
        var state = known.get();
        var ids = new LinkedHashSet<>(state.bearers().getOrDefault(prefix.strip(), Set.of()));
        state.prefixes().find(prefix).forEach(ids::add);
        return ids.stream()
                .skip(skip)
                .limit(limit)
                .map(id -> entity(practitioner(state, id)))
                .toList();
    }

    @Override
    public Map<String, Entity> get(Collection<String> ids) {
        var state = known.get();
        var found = new LinkedHashMap<String, Entity>();
        for (var id : ids) {
            var practitioner = state.all().get(id);
            if (practitioner != null) {
                found.put(id, entity(practitioner));
            }
        }
        return found;
    }
}
