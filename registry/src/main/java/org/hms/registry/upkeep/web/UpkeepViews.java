package org.hms.registry.upkeep.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hms.registry.reconcile.ListedFacility;
import org.hms.registry.reconcile.ReconciledPair;
import org.hms.registry.territory.JurisdictionIds;
import org.hms.registry.upkeep.DistrictScore;
import org.hms.registry.upkeep.DueLicence;
import org.hms.registry.upkeep.EndpointState;
import org.hms.registry.upkeep.FacilityScore;
import org.hms.registry.upkeep.Lack;
import org.jspecify.annotations.Nullable;

/** The rows of the work lists as JSON shows them, and the headings and cells of each as CSV has them. */
public final class UpkeepViews {

    static final List<String> FACILITY =
            List.of("establecimiento", "nombre", "distrito", "puntaje", "falta", "atestiguado");
    static final List<String> DISTRICT = List.of("distrito", "nombre", "establecimientos", "puntaje", "falta");
    static final List<String> LICENCE =
            List.of("profesional", "nombre", "registro", "especialidad", "vigente_hasta", "estado");
    static final List<String> ENDPOINT =
            List.of("endpoint", "nombre", "organizacion", "direccion", "estado", "verificado", "nota");
    static final List<String> PAIR = List.of("uno", "nombre_uno", "otro", "nombre_otro", "peso", "razones");

    private UpkeepViews() {}

    /** One page of a work list. */
    public record WorkPage(int total, int limit, int offset, List<?> results) {
        public WorkPage {
            results = List.copyOf(results);
        }
    }

    /** A row, and how it is written in a file. */
    interface Row {
        List<Object> cells();
    }

    /** What is lacking, by its code, and the sentence that says so. */
    public record LackView(String code, String sentence) {}

    /** How complete a facility's entry is; the district by its INE code. */
    public record FacilityRow(
            String facility,
            String name,
            @Nullable String district,
            int score,
            List<LackView> lacks,
            @Nullable Instant attested)
            implements Row {
        static FacilityRow of(FacilityScore score) {
            var lacks = score.lacks().stream()
                    .map(lack -> new LackView(lack.code(), lack.sentence()))
                    .toList();
            return new FacilityRow(
                    score.id(),
                    score.name(),
                    JurisdictionIds.codeOf(score.district()),
                    score.score(),
                    lacks,
                    score.attested());
        }

        @Override
        public List<Object> cells() {
            return row(
                    facility,
                    name,
                    district,
                    score,
                    lacks.stream().map(LackView::sentence).collect(Collectors.joining("; ")),
                    attested);
        }
    }

    /** How complete the entries of a district are, and how many of them lack what. */
    public record DistrictRow(String district, String name, int facilities, int score, Map<String, Integer> lacks)
            implements Row {
        static DistrictRow of(DistrictScore score) {
            var lacks = new LinkedHashMap<String, Integer>();
            for (var lack : Lack.values()) {
                if (score.lacks().containsKey(lack)) {
                    lacks.put(lack.code(), score.lacks().get(lack));
                }
            }
            var code =
                    score.district().isEmpty() ? "" : Objects.requireNonNull(JurisdictionIds.codeOf(score.district()));
            return new DistrictRow(code, score.name(), score.facilities(), score.score(), lacks);
        }

        @Override
        public List<Object> cells() {
            return row(
                    district,
                    name,
                    facilities,
                    score,
                    lacks.entrySet().stream()
                            .map(lack -> lack.getKey() + ": " + lack.getValue())
                            .collect(Collectors.joining("; ")));
        }
    }

    /** A licence that has ended or is about to. */
    public record LicenceRow(
            String practitioner, String name, String number, String specialty, String validUntil, String state)
            implements Row {
        static LicenceRow of(DueLicence due) {
            return new LicenceRow(
                    due.practitioner(),
                    due.name(),
                    due.number(),
                    due.specialty(),
                    due.validUntil().toString(),
                    due.expired() ? "expired" : "expiring");
        }

        @Override
        public List<Object> cells() {
            return row(
                    practitioner,
                    name,
                    number,
                    specialty,
                    validUntil,
                    state.equals("expired") ? "vencido" : "por vencer");
        }
    }

    /** When an endpoint was last tried. */
    public record EndpointRow(
            String endpoint,
            @Nullable String name,
            String organization,
            String address,
            String state,
            @Nullable Instant checked,
            @Nullable String note)
            implements Row {
        static EndpointRow of(EndpointState state) {
            return new EndpointRow(
                    state.id(),
                    state.name(),
                    state.organization(),
                    state.address(),
                    state.state().code(),
                    state.checked(),
                    state.note());
        }

        @Override
        public List<Object> cells() {
            return row(endpoint, name, organization, address, state, checked, note);
        }
    }

    /** Two facilities that look like one house, and why. */
    public record PairRow(
            String left,
            String leftName,
            String right,
            String rightName,
            @Nullable Double score,
            List<String> reasons) implements Row {
        static PairRow of(ReconciledPair pair) {
            ListedFacility one = Objects.requireNonNull(pair.left());
            ListedFacility other = Objects.requireNonNull(pair.right());
            var score = pair.score() == null ? null : Math.round(pair.score() * 100) / 100.0;
            return new PairRow(one.id(), one.name(), other.id(), other.name(), score, pair.reasons());
        }

        @Override
        public List<Object> cells() {
            return row(left, leftName, right, rightName, score, String.join("; ", reasons));
        }
    }

    private static List<Object> row(@Nullable Object... cells) {
        var row = new ArrayList<Object>();
        for (var cell : cells) {
            row.add(Objects.requireNonNullElse(cell, ""));
        }
        return row;
    }
}
