package org.hms.registry.careservice.fhir;

import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.DomainResource;
import org.hms.registry.careservice.CareDirectory;
import org.hms.registry.careservice.CareEntry;
import org.hms.registry.facility.fhir.HistoryPage;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.KeptElements;
import org.hms.registry.territory.Published;

/** Reads and writes one kind of entry: the current version, any version, what was published since, and the next version. */
final class CareInteractions<T extends CareEntry, R extends DomainResource> {

    private final CareDirectory<T> directory;
    private final CareMapping<T, R> mapping;

    CareInteractions(CareDirectory<T> directory, CareMapping<T, R> mapping) {
        this.directory = directory;
        this.mapping = mapping;
    }

    FhirAnswer read(FhirRequest request) {
        return answer(directory.find(request.requireId()).orElseThrow(this::unknown));
    }

    FhirAnswer vread(FhirRequest request) {
        var version = request.requireVersion();
        if (!version.matches("[1-9]\\d{0,8}")) {
            throw unknown();
        }
        return answer(directory
                .findVersion(request.requireId(), Integer.parseInt(version))
                .orElseThrow(this::unknown));
    }

    FhirAnswer history(FhirRequest request) {
        var versions = directory.history(request.requireId());
        if (versions.isEmpty()) {
            throw unknown();
        }
        var since = HistoryPage.since(request);
        var wanted = versions.stream()
                .filter(version -> since == null || !version.at().isBefore(since))
                .toList();
        return page(
                request,
                wanted.size(),
                wanted.stream()
                        .skip(request.query().offset())
                        .limit(request.query().count())
                        .toList());
    }

    FhirAnswer historyOfType(FhirRequest request) {
        var query = request.query();
        var found = directory.publishedSince(HistoryPage.since(request), query.count(), query.offset());
        return page(request, found.total(), found.page());
    }

    private FhirAnswer page(FhirRequest request, int total, List<Published<T>> versions) {
        var page = HistoryPage.of(request, total);
        for (var version : versions) {
            if (version.content().withdrawn()) {
                page.deletion(mapping.typeName(), version.content().id(), version.version(), version.at());
            } else {
                page.version(toResource(version), version.version(), version.at());
            }
        }
        return page.answer();
    }

    FhirAnswer create(FhirRequest request) {
        var body = request.requireBody(mapping.type());
        var created =
                directory.create(mapping.prefix(), id -> checked(mapping.toEntry(id, body), body), request.caller());
        var resource = toResource(created);
        return FhirAnswer.created(
                resource, mapping.typeName() + "/" + created.content().id() + "/_history/" + created.version());
    }

    FhirAnswer update(FhirRequest request) {
        var body = request.requireBody(mapping.type());
        var id = request.requireId();
        requireKnown(id);
        var entry = checked(mapping.toEntry(id, body), body);
        return FhirAnswer.ok(toResource(
                directory.revise(id, _ -> entry, current -> requireMatch(request, current), request.caller())));
    }

    FhirAnswer delete(FhirRequest request) {
        var id = request.requireId();
        requireKnown(id);
        directory.revise(
                id,
                current -> withdrawn(current),
                current -> {
                    requireMatch(request, current);
                    if (!current.content().withdrawn() && directory.isReferredTo(id)) {
                        throw FhirProblem.conflict("Another entry of the directory refers to this one");
                    }
                },
                request.caller());
        return FhirAnswer.noContent();
    }

    /** An entry withdrawn is of the kind that it was. */
    @SuppressWarnings("unchecked")
    private T withdrawn(T current) {
        return (T) current.withdraw();
    }

    private static void requireMatch(FhirRequest request, Published<?> current) {
        request.conditional().requireMatch(Integer.toString(current.version()));
    }

    /** What is not kept is refused rather than dropped, and so is what leads nowhere. */
    private T checked(T entry, R sent) {
        KeptElements.require(sent, mapping.toResource(entry));
        var since = entry.since();
        var until = entry.until();
        if (since != null && until != null && until.isBefore(since)) {
            throw FhirProblem.invalid("The period ends before it begins", mapping.typeName() + ".period");
        }
        directory.dangling(entry).stream().findFirst().ifPresent(link -> {
            throw FhirProblem.unprocessable("A reference leads to nothing of its kind in this directory: "
                    + link.role().name().toLowerCase(Locale.ROOT));
        });
        return entry;
    }

    R toResource(Published<T> version) {
        var resource = mapping.toResource(version.content());
        resource.setId(version.content().id());
        resource.getMeta().setVersionId(Integer.toString(version.version())).setLastUpdated(Date.from(version.at()));
        return resource;
    }

    private FhirAnswer answer(Published<T> version) {
        if (version.content().withdrawn()) {
            throw FhirProblem.gone("This " + mapping.typeName() + " was deleted");
        }
        return FhirAnswer.ok(toResource(version));
    }

    private void requireKnown(String id) {
        if (directory.find(id).isEmpty()) {
            throw unknown();
        }
    }

    private FhirProblem unknown() {
        return FhirProblem.notFound("No " + mapping.typeName() + " has this id and version");
    }
}
