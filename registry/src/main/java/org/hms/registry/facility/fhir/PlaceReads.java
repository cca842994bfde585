package org.hms.registry.facility.fhir;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.hms.registry.facility.Place;
import org.hms.registry.facility.PlaceDirectory;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.jspecify.annotations.Nullable;

/** Reads one side of places: the current version, any version, and what was published since (ITI-91). */
final class PlaceReads {

    private final PlaceDirectory directory;
    private final PlaceView view;

    PlaceReads(PlaceDirectory directory, PlaceView view) {
        this.directory = directory;
        this.view = view;
    }

    FhirAnswer read(FhirRequest request) {
        return directory
                .find(request.requireId())
                .filter(view::shows)
                .map(this::answer)
                .orElseThrow(this::unknown);
    }

    FhirAnswer vread(FhirRequest request) {
        var version = request.requireVersion();
        if (!version.matches("[1-9]\\d{0,8}")) {
            throw unknown();
        }
        return directory
                .findVersion(request.requireId(), Integer.parseInt(version))
                .filter(view::shows)
                .map(this::answer)
                .orElseThrow(this::unknown);
    }

    FhirAnswer history(FhirRequest request) {
        var versions = directory.history(request.requireId()).stream()
                .filter(view::shows)
                .toList();
        if (versions.isEmpty()) {
            throw unknown();
        }
        var since = since(request);
        var wanted = versions.stream()
                .filter(place -> since == null || !place.at().isBefore(since))
                .toList();
        var history = HistoryBundle.of(request, wanted.size());
        wanted.stream()
                .skip(request.query().offset())
                .limit(request.query().count())
                .forEach(place -> add(place, history));
        return history.answer();
    }

    FhirAnswer historyOfType(FhirRequest request) {
        var query = request.query();
        var versions = directory.publishedSince(since(request), view.onlyLocated(), query.count(), query.offset());
        var history = HistoryBundle.of(request, versions.total());
        versions.page().forEach(place -> add(place, history));
        return history.answer();
    }

    private void add(Place place, HistoryBundle history) {
        history.version(view.toResource(place), place.versionNumber(), place.at());
    }

    private static @Nullable Instant since(FhirRequest request) {
        var text = request.query().first("_since").orElse(null);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw FhirProblem.invalid(
                    "The parameter _since is an instant with its zone, such as 2026-01-31T10:00:00-03:00", "_since");
        }
    }

    private FhirAnswer answer(Place place) {
        return FhirAnswer.ok(view.toResource(place));
    }

    private FhirProblem unknown() {
        return FhirProblem.notFound("No " + view.type() + " has this id and version");
    }
}
