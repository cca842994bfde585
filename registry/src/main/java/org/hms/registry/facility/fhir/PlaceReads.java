package org.hms.registry.facility.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.facility.Place;
import org.hms.registry.facility.PlaceDirectory;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;

/** Reads one side of places: the current version, any version, and what was published since (ITI-91). */
final class PlaceReads {

    private final PlaceDirectory directory;
    private final PlaceView view;
    private final OrganizationCompanions companions;

    PlaceReads(PlaceDirectory directory, PlaceView view, OrganizationCompanions companions) {
        this.directory = directory;
        this.view = view;
        this.companions = companions;
    }

    FhirAnswer read(FhirRequest request) {
        return directory
                .find(request.requireId())
                .filter(view::shows)
                .map(place -> FhirAnswer.ok(current(place)))
                .orElseThrow(this::unknown);
    }

    /** What is read as it is now names its endpoints; a version does not, for they have versions of their own. */
    private Resource current(Place place) {
        var resource = view.toResource(place);
        if (resource instanceof Organization organization) {
            companions.addEndpoints(List.of(organization));
        }
        return resource;
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
        var since = HistoryPage.since(request);
        var wanted = versions.stream()
                .filter(place -> since == null || !place.at().isBefore(since))
                .toList();
        var history = HistoryPage.of(request, wanted.size());
        wanted.stream()
                .skip(request.query().offset())
                .limit(request.query().count())
                .forEach(place -> add(place, history));
        return history.answer();
    }

    FhirAnswer historyOfType(FhirRequest request) {
        var query = request.query();
        var versions =
                directory.publishedSince(HistoryPage.since(request), view.onlyLocated(), query.count(), query.offset());
        var history = HistoryPage.of(request, versions.total());
        versions.page().forEach(place -> add(place, history));
        return history.answer();
    }

    private void add(Place place, HistoryPage history) {
        history.version(view.toResource(place), place.versionNumber(), place.at());
    }

    private FhirAnswer answer(Place place) {
        return FhirAnswer.ok(view.toResource(place));
    }

    private FhirProblem unknown() {
        return FhirProblem.notFound("No " + view.type() + " has this id and version");
    }
}
