package org.hms.registry.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hms.registry.careservice.Endpoint;
import org.hms.registry.facility.Facility;
import org.hms.registry.practitioner.Practitioner;
import org.hms.registry.reconcile.ListedFacility;
import org.hms.registry.reconcile.ReconciledPair;
import org.hms.registry.reconcile.Reconciliation;
import org.hms.registry.territory.DirectoryRoll;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.Published;
import org.hms.registry.territory.RollView;
import org.hms.registry.upkeep.UpkeepStore.Check;
import org.jspecify.annotations.Nullable;

/** What is lacking and due in the directory as it is published now. Closed facilities are nobody's work. */
public final class DirectoryUpkeep {

    private static final ZoneId PARAGUAY = ZoneId.of("America/Asuncion");
    private static final String NOWHERE = "";

    private final Rolls rolls;
    private final UpkeepStore store;
    private final InstantSource clock;
    private final RollView<Facility, List<ReconciledPair>> twins;

    /** The entries that are looked at. */
    public record Rolls(
            DirectoryRoll<Facility> facilities,
            DirectoryRoll<Jurisdiction> jurisdictions,
            DirectoryRoll<Practitioner> practitioners,
            DirectoryRoll<Endpoint> endpoints) {}

    public DirectoryUpkeep(Rolls rolls, UpkeepStore store, InstantSource clock) {
        this.rolls = rolls;
        this.store = store;
        this.clock = clock;
        var reconciliation = Reconciliation.withShippedModel();
        this.twins = new RollView<>(
                rolls.facilities(),
                published -> reconciliation
                        .within(published.stream()
                                .map(Published::content)
                                .filter(Facility::active)
                                .map(ListedFacility::of)
                                .toList())
                        .pairs());
    }

    /** The facilities that stand, the least complete first. */
    public List<FacilityScore> facilities(Duration freshFor) {
        var areas = areas();
        var assessment =
                new Assessment(areas, store.placesWithServices(), store.attestations(), clock.instant(), freshFor);
        return rolls.facilities().all().stream()
                .map(Published::content)
                .filter(Facility::active)
                .map(assessment::of)
                .sorted(Comparator.comparingInt(FacilityScore::score).thenComparing(FacilityScore::id))
                .toList();
    }

    private Map<String, Jurisdiction> areas() {
        return rolls.jurisdictions().all().stream()
                .map(Published::content)
                .collect(Collectors.toMap(Jurisdiction::id, area -> area));
    }

    /** The districts that have facilities, the least complete first; those of no known district together. */
    public List<DistrictScore> districts(Duration freshFor) {
        var areas = areas();
        var byDistrict = facilities(freshFor).stream()
                .collect(Collectors.groupingBy(
                        score -> score.district() == null ? NOWHERE : score.district(),
                        TreeMap::new,
                        Collectors.toList()));
        var districts = new ArrayList<DistrictScore>();
        byDistrict.forEach((district, scores) -> districts.add(district(district, areas.get(district), scores)));
        districts.sort(Comparator.comparingInt(DistrictScore::score).thenComparing(DistrictScore::district));
        return districts;
    }

    private static DistrictScore district(String id, @Nullable Jurisdiction area, List<FacilityScore> scores) {
        var lacks = new EnumMap<Lack, Integer>(Lack.class);
        scores.forEach(score -> score.lacks().forEach(lack -> lacks.merge(lack, 1, Integer::sum)));
        double mean = scores.stream().mapToInt(FacilityScore::score).average().orElse(0);
        return new DistrictScore(
                id, area == null ? "Sin distrito" : area.name(), scores.size(), (int) Math.round(mean), lacks);
    }

    /** Licences that have ended, or end within so many days, the longest ended first. */
    public List<DueLicence> licences(int days) {
        var today = LocalDate.ofInstant(clock.instant(), PARAGUAY);
        var last = today.plusDays(days);
        return rolls.practitioners().all().stream()
                .map(Published::content)
                .flatMap(practitioner -> practitioner.licences().stream()
                        .filter(licence -> !licence.validUntil().isAfter(last))
                        .map(licence -> new DueLicence(
                                practitioner.id(),
                                practitioner.name().text(),
                                licence.number(),
                                licence.specialty().display(),
                                licence.validUntil(),
                                licence.validUntil().isBefore(today))))
                .sorted(Comparator.comparing(DueLicence::validUntil).thenComparing(DueLicence::number))
                .toList();
    }

    /** Legal steps of facilities that stand which have ended, or end within so many days, the longest ended first. */
    public List<DueStep> steps(int days) {
        var today = LocalDate.ofInstant(clock.instant(), PARAGUAY);
        var last = today.plusDays(days);
        return rolls.facilities().all().stream()
                .map(Published::content)
                .filter(Facility::active)
                .flatMap(facility -> facility.details().latest().stream()
                        .flatMap(step -> DueStep.of(facility, step, today).stream()))
                .filter(due -> !due.validUntil().isAfter(last))
                .sorted(Comparator.comparing(DueStep::validUntil).thenComparing(DueStep::facility))
                .toList();
    }

    /** The endpoints that stand, those never checked first, then those that did not answer. */
    public List<EndpointState> endpoints(Duration freshFor) {
        var checks = store.checks();
        var staleBefore = clock.instant().minus(freshFor);
        return rolls.endpoints().all().stream()
                .map(Published::content)
                .filter(endpoint -> !endpoint.withdrawn() && endpoint.active())
                .map(endpoint -> state(endpoint, checks.get(endpoint.id()), staleBefore))
                .sorted(Comparator.comparing(EndpointState::state).thenComparing(EndpointState::id))
                .toList();
    }

    private static EndpointState state(Endpoint endpoint, @Nullable Check check, Instant staleBefore) {
        var state = check == null
                ? EndpointState.State.NEVER_CHECKED
                : !check.answered()
                        ? EndpointState.State.FAILED
                        : check.at().isBefore(staleBefore) ? EndpointState.State.STALE : EndpointState.State.ANSWERED;
        return new EndpointState(
                endpoint.id(),
                endpoint.name(),
                endpoint.organization(),
                endpoint.connection().address(),
                state,
                check == null ? null : check.at(),
                check == null ? null : check.note());
    }

    /** Keeps that an endpoint was tried now; empty where there is no such endpoint. */
    public Optional<EndpointState> checked(String id, boolean answered, @Nullable String note, String by) {
        var endpoint = rolls.endpoints().all().stream()
                .map(Published::content)
                .filter(known -> known.id().equals(id) && !known.withdrawn())
                .findFirst();
        return endpoint.map(known -> {
            var check = new Check(clock.instant().truncatedTo(ChronoUnit.MILLIS), answered, note);
            store.add(id, check, by);
            return state(known, check, Instant.MIN);
        });
    }

    /** Facilities that stand and look like one house, the most alike first. */
    public List<ReconciledPair> duplicates() {
        return twins.get();
    }
}
