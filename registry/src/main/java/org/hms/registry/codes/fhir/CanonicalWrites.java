package org.hms.registry.codes.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.codes.CanonicalResource;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;

/** Creates and updates code systems, value sets and concept maps, and reads their former versions. */
final class CanonicalWrites {
    private final TerminologyDesk desk;
    private final StoredResources stored;
    private final AuditTrail audit;
    private final InstantSource clock;

    CanonicalWrites(TerminologyDesk desk, StoredResources stored, AuditTrail audit, InstantSource clock) {
        this.desk = desk;
        this.stored = stored;
        this.audit = audit;
        this.clock = clock;
    }

    FhirAnswer create(FhirRequest request) {
        var resource = request.requireBody(MetadataResource.class);
        return write(request, resource, UUID.randomUUID().toString());
    }

    FhirAnswer update(FhirRequest request) {
        return write(request, request.requireBody(MetadataResource.class), request.requireId());
    }

    private FhirAnswer write(FhirRequest request, MetadataResource resource, String id) {
        stored.follow();
        requireStorable(resource, id);
        var type = resource.fhirType();
        var versions = stored.store().listVersions(type, id);
        var last = versions.isEmpty() ? 0 : versions.getFirst().version();
        request.conditional().requireMatch(Integer.toString(last));
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        resource.setId(id);
        resource.getMeta().setVersionId(Integer.toString(last + 1)).setLastUpdated(Date.from(at));
        var content = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
        var version = new CanonicalResource(
                type,
                id,
                last + 1,
                resource.getUrl(),
                resource.getVersion(),
                resource.getName(),
                resource.getStatus().toCode(),
                content,
                at,
                request.caller().subject());
        var compiled = StoredResources.compile(resource);
        if (!stored.store().add(version)) {
            throw FhirProblem.conflict("The resource was changed by somebody else at the same time");
        }
        audit.record(
                new AuditEntry(at, request.caller(), last == 0 ? "create" : "update", type, List.of(id), "stored"));
        stored.put(version, compiled);
        var location = type + "/" + id + "/_history/" + (last + 1);
        return last == 0
                ? FhirAnswer.created(resource, location)
                : FhirAnswer.ok(resource).withLocation(location);
    }

    private void requireStorable(MetadataResource resource, String id) {
        var type = resource.fhirType();
        if (!resource.hasUrl() || !resource.getUrl().matches("(https?://|urn:)\\S+")) {
            throw FhirProblem.required("A stored resource has an absolute URL", type + ".url");
        }
        if (resource.getUrl().indexOf('|') >= 0) {
            throw FhirProblem.invalid("The URL is written without a version", type + ".url");
        }
        if (!resource.hasStatus()) {
            throw FhirProblem.required("A stored resource has a status", type + ".status");
        }
        if (desk.isHeldOtherwise(type, resource.getUrl())) {
            throw FhirProblem.conflict("The registry itself holds what is under this URL");
        }
        var taken = stored.list(type, resource.getUrl()).stream()
                .anyMatch(other ->
                        !other.id().equals(id) && Objects.equals(other.businessVersion(), resource.getVersion()));
        if (taken) {
            throw FhirProblem.conflict("Another resource has this URL and version");
        }
        desk.requireCompilable(resource);
    }

    FhirAnswer vread(FhirRequest request) {
        return versions(request).stream()
                .filter(version -> Integer.toString(version.version()).equals(request.requireVersion()))
                .findFirst()
                .map(version -> FhirAnswer.ok(stored.parse(version)))
                .orElseThrow(() -> FhirProblem.notFound("There is no such version"));
    }

    FhirAnswer history(FhirRequest request) {
        var versions = versions(request);
        var bundle = new Bundle().setType(BundleType.HISTORY).setTotal(versions.size());
        var url = request.type() + "/" + request.requireId();
        bundle.addLink().setRelation("self").setUrl(request.base() + "/" + url + "/_history");
        versions.stream()
                .skip(request.query().offset())
                .limit(request.query().count())
                .forEach(version -> {
                    Resource resource = stored.parse(version);
                    var entry = bundle.addEntry()
                            .setFullUrl(request.base() + "/" + url)
                            .setResource(resource);
                    entry.getRequest().setMethod(HTTPVerb.PUT).setUrl(url);
                    entry.getResponse()
                            .setStatus(version.version() == 1 ? "201 Created" : "200 OK")
                            .setEtag("W/\"" + version.version() + "\"")
                            .setLastModified(Date.from(version.at()));
                });
        return FhirAnswer.ok(bundle);
    }

    private List<CanonicalResource> versions(FhirRequest request) {
        var versions = stored.store().listVersions(request.type(), request.requireId());
        if (versions.isEmpty()) {
            throw FhirProblem.notFound("No " + request.type() + " that was stored has this id");
        }
        return versions;
    }
}
