package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Location.LocationStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.OrganizationAffiliation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.territory.DirectorySystems;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Networks and jurisdictions written by mCSD's feed (ITI-130), and the rules of the two hierarchies. */
@ExtendWith(SharedRegistry.class)
final class JurisdictionFeedIT {

    private static final Caller FEED = new Caller("territory-system", Role.ADMIN);
    private static final Caller STEWARD = new Caller("territory-steward", Role.STEWARD);
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final RunningRegistry registry;

    JurisdictionFeedIT(RunningRegistry registry) {
        this.registry = registry;
    }

    @Test
    void aNetworkIsCreatedRevisedClosedAndOpenedAgain() {
        var created = created(network("Red Chaco", "T.CHACO", "py-rs-17"));
        var id = created.getIdElement().getIdPart();
        assertThat(id).isEqualTo("py-net-T.CHACO");
        assertThat(put(created, FEED).getMeta().getVersionId())
                .as("equal content")
                .isEqualTo("1");

        created.setName("Red Chaco Norte");
        assertThat(send("PUT", "Organization/" + id, created, FEED, "If-Match", "W/\"9\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(put(created, FEED).getMeta().getVersionId()).isEqualTo("2");
        assertThat(send("PUT", "Organization/" + id, created, STEWARD).statusCode())
                .isEqualTo(403);

        assertThat(send("DELETE", "Organization/" + id, null, FEED).statusCode())
                .isEqualTo(204);
        assertThat(send("DELETE", "Organization/" + id, null, FEED).statusCode())
                .isEqualTo(204);
        assertThat(read(Organization.class, id).getActive()).isFalse();
        assertThat(read(Organization.class, id).getMeta().getVersionId()).isEqualTo("3");
        assertThat(put(created.setActive(true), FEED).getActive()).isTrue();
        assertThat(parse(Bundle.class, send("GET", "Organization/" + id + "/_history", null, FEED))
                        .getTotal())
                .isEqualTo(4);
        assertThat(send("GET", "Location/" + id, null, FEED).statusCode()).isEqualTo(404);
    }

    @Test
    void aDistrictAndItsLocalityAreWrittenAsPairsInOneTransaction() {
        var bundle = new Bundle().setType(BundleType.TRANSACTION);
        var district = "urn:uuid:44444444-4444-4444-8444-444444444444";
        var place = "urn:uuid:55555555-5555-4555-8555-555555555555";
        DirectoryFeedResources.add(bundle, null, locality("Yvy Pyahu", "99000001", place));
        DirectoryFeedResources.add(
                bundle, place, district("Tembiasa", "1798").setManagingOrganization(new Reference(district)));
        DirectoryFeedResources.add(bundle, district, districtAsOrganization("Tembiasa", "1798"));

        var answer = send("POST", "", bundle, FEED);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var written = read(Location.class, "py-dis-1798");
        assertThat(written.getPosition().getLatitude()).isEqualByComparingTo("-21.7");
        assertThat(written.getManagingOrganization().getReference()).isEqualTo("Organization/py-dis-1798");
        assertThat(read(Location.class, "py-loc-99000001").getPartOf().getReference())
                .isEqualTo("Location/py-dis-1798");
        assertThat(send("GET", "Location?partof=Location/py-dis-1798", null, FEED)
                        .body())
                .contains("py-loc-99000001");
        var again = district("Tembiasa", "1798").setManagingOrganization(new Reference("Organization/py-dis-1798"));
        assertThat(send("POST", "Location", again, FEED).statusCode()).isEqualTo(409);
        assertThat(put(written.setName("Tembiasa Guasu"), FEED).getName()).isEqualTo("Tembiasa Guasu");
        assertThat(read(Organization.class, "py-dis-1798").getName()).isEqualTo("Tembiasa Guasu");
    }

    @Test
    void aLocationWithoutPositionJoinsItsOrganizationOnce() {
        created(districtAsOrganization("Sin Punto", "1793"));
        var location = district("Sin Punto", "1793").setManagingOrganization(new Reference("Organization/py-dis-1793"));
        location.setPosition(null);

        assertThat(send("POST", "Location", location, FEED).statusCode()).isEqualTo(201);

        assertThat(send("POST", "Location", location.setName("Otra Vez"), FEED).statusCode())
                .isEqualTo(409);
        var organization = read(Organization.class, "py-dis-1793").setName("Con Otro Nombre");
        assertThat(put(organization, FEED).getName()).isEqualTo("Con Otro Nombre");
        assertThat(send("POST", "Location", location, FEED).statusCode())
                .as("its Organization was revised, its Location is there still")
                .isEqualTo(409);
        var shipped = read(Location.class, "py-dep-17");
        shipped.setId((String) null);
        assertThat(send("POST", "Location", shipped.setName("Otro"), FEED).statusCode())
                .as("a department that ships has its Location, without a position")
                .isEqualTo(409);
    }

    @Test
    void aLocationThatLostItsPositionDoesNotJoinAgain() {
        created(districtAsOrganization("Con Punto", "1792"));
        var location = district("Con Punto", "1792").setManagingOrganization(new Reference("Organization/py-dis-1792"));
        assertThat(send("POST", "Location", location, FEED).statusCode()).isEqualTo(201);
        var written = read(Location.class, "py-dis-1792");
        written.setPosition(null);
        put(written, FEED);

        assertThat(send("POST", "Location", location, FEED).statusCode()).isEqualTo(409);
    }

    @Test
    void theHierarchyHasNoCycleAndEachLevelItsPlace() {
        var upper = created(network("Red Arriba", "T.UPPER", "py"));
        created(network("Red Abajo", "T.LOWER", "py-net-T.UPPER"));

        upper.setPartOf(new Reference("Organization/py-net-T.LOWER"));
        assertRefused(send("PUT", "Organization/py-net-T.UPPER", upper, FEED), 422, "JUR-06", "Organization.partOf");
        upper.setPartOf(new Reference("Organization/py-dep-17"));
        assertRefused(send("PUT", "Organization/py-net-T.UPPER", upper, FEED), 422, "JUR-05", "Organization.partOf");
        upper.setPartOf(new Reference("Organization/py-net-nowhere"));
        assertRefused(send("PUT", "Organization/py-net-T.UPPER", upper, FEED), 422, "JUR-04", "Organization.partOf");
        var misplaced = district("Fuera", "1797").setPartOf(new Reference("Location/py-dep-16"));
        assertRefused(send("POST", "Location", misplaced, FEED), 422, "JUR-09", "Location.identifier");
        var country = read(Organization.class, "py").setActive(false);
        assertRefused(send("PUT", "Organization/py", country, FEED), 422, "JUR-01", "Organization.type");
    }

    @Test
    void aCodeIsBorneOnceAndKept() {
        assertRefused(
                send("POST", "Organization", districtAsOrganization("Otro", "1702"), FEED),
                422,
                "JUR-07",
                "Organization.identifier");
        var other = created(network("Red Código", "T.CODE", "py"));
        other.addIdentifier().setSystem(DirectorySystems.ISO_SUBDIVISION).setValue("PY-1");
        assertRefused(send("PUT", "Organization/py-net-T.CODE", other, FEED), 422, "JUR-07", "Organization.identifier");
        other.setIdentifier(new ArrayList<>());
        assertRefused(send("PUT", "Organization/py-net-T.CODE", other, FEED), 422, "JUR-02", "Organization.identifier");
        other.addIdentifier().setSystem(DirectorySystems.NETWORK).setValue("T.OTHER");
        assertRefused(send("PUT", "Organization/py-net-T.CODE", other, FEED), 422, "JUR-03", "Organization.identifier");
        var codeless = network("Red Sin Código", "con espacio", "py");
        assertRefused(send("POST", "Organization", codeless, FEED), 422, "code", "Organization.identifier");
    }

    @Test
    void whatOthersHangOnIsNotClosedAndTheyAreListed() {
        created(network("Red Madre", "T.MOTHER", "py"));
        created(network("Red Hija", "T.CHILD", "py-net-T.MOTHER"));
        var membership = new OrganizationAffiliation().setActive(true);
        membership.setOrganization(new Reference("Organization/py-net-T.CHILD"));
        membership.setParticipatingOrganization(new Reference("Organization/py-rs-17"));
        membership.addCode(DirectoryFeedResources.concept("http://hl7.org/fhir/organization-role", "member"));
        var member = parse(OrganizationAffiliation.class, send("POST", "OrganizationAffiliation", membership, FEED))
                .getIdElement()
                .getIdPart();

        assertRefused(
                send("DELETE", "Organization/py-net-T.MOTHER", null, FEED),
                409,
                "py-net-T.CHILD",
                "Organization.status");
        assertRefused(send("DELETE", "Organization/py-net-T.CHILD", null, FEED), 409, member, "Organization.status");
        var region = send("DELETE", "Organization/py-dep-02", null, FEED);
        assertThat(region.statusCode()).isEqualTo(409);
        assertThat(parse(OperationOutcome.class, region).getIssue())
                .as("twenty districts and the rest")
                .hasSize(21);

        send("DELETE", "OrganizationAffiliation/" + member, null, FEED);
        assertThat(send("DELETE", "Organization/py-net-T.CHILD", null, FEED).statusCode())
                .isEqualTo(204);
        assertThat(send("DELETE", "Organization/py-net-T.MOTHER", null, FEED).statusCode())
                .isEqualTo(204);
        var reopened = read(Organization.class, "py-net-T.CHILD").setActive(true);
        assertRefused(send("PUT", "Organization/py-net-T.CHILD", reopened, FEED), 422, "JUR-04", "Organization.partOf");
    }

    @Test
    void aClosedDistrictTakesNoFacilityAnymore() {
        var created = send("POST", "Location", district("Opáma", "1796"), FEED);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(send("DELETE", "Location/py-dis-1796", null, FEED).statusCode())
                .isEqualTo(204);
        assertThat(read(Location.class, "py-dis-1796").getStatus()).isEqualTo(LocationStatus.INACTIVE);

        var late = DirectoryFeedResources.location("Ára Paha", "17500091")
                .setPartOf(new Reference("Location/py-dis-1796"));

        assertRefused(send("POST", "Location", late, FEED), 422, "DIR-04", "Location.partOf");
    }

    @Test
    void whatIsNotKeptAndWhatHasNoPlaceOnTheMapIsNamed() {
        var spoken = network("Red Teléfono", "T.PHONE", "py");
        spoken.addTelecom().setValue("021 000");
        assertRefused(send("POST", "Organization", spoken, FEED), 422, "not keep", "Organization.telecom");
        var region = district("Región", "1795");
        region.getType().getLast().getCodingFirstRep().setCode("network");
        assertRefused(send("POST", "Location", region, FEED), 422, "map", "Location.type");
        var unknown = network("Red Nivel", "T.LEVEL", "py");
        unknown.getTypeFirstRep().getCodingFirstRep().setCode("galaxy");
        assertRefused(send("POST", "Organization", unknown, FEED), 422, "level", "Organization.type");
        var abroad = district("Lejos", "1794");
        abroad.getPosition().setLatitude(48.85).setLongitude(2.35);
        assertRefused(send("POST", "Location", abroad, FEED), 422, "JUR-08", "Location.position");
    }

    private static Organization network(String name, String code, String parent) {
        var organization = new Organization().setName(name).setActive(true);
        organization.addIdentifier().setSystem(DirectorySystems.NETWORK).setValue(code);
        organization.addType(DirectoryFeedResources.concept(DirectorySystems.JURISDICTION_LEVEL, "network"));
        return organization.setPartOf(new Reference("Organization/" + parent));
    }

    private static Organization districtAsOrganization(String name, String code) {
        var organization = new Organization().setName(name).setActive(true);
        organization.addIdentifier().setSystem(DirectorySystems.INE_DISTRICT).setValue(code);
        organization.addType(DirectoryFeedResources.concept(DirectorySystems.MCSD_TYPE, "jurisdiction"));
        organization.addType(DirectoryFeedResources.concept(DirectorySystems.JURISDICTION_LEVEL, "district"));
        return organization.setPartOf(new Reference("Organization/py-dep-17"));
    }

    private static Location district(String name, String code) {
        var location = new Location().setName(name).setStatus(LocationStatus.ACTIVE);
        location.addIdentifier().setSystem(DirectorySystems.INE_DISTRICT).setValue(code);
        location.addType(DirectoryFeedResources.concept(DirectorySystems.MCSD_TYPE, "jurisdiction"));
        location.addType(DirectoryFeedResources.concept(DirectorySystems.JURISDICTION_LEVEL, "district"));
        location.getPosition().setLatitude(-21.7).setLongitude(-59.1);
        return location.setPartOf(new Reference("Location/py-dep-17"));
    }

    private static Location locality(String name, String code, String district) {
        var location = new Location().setName(name).setStatus(LocationStatus.ACTIVE);
        location.addIdentifier().setSystem(DirectorySystems.LOCALITY).setValue(code);
        location.addType(DirectoryFeedResources.concept(DirectorySystems.JURISDICTION_LEVEL, "locality"));
        return location.setPartOf(new Reference(district));
    }

    private Organization created(Organization organization) {
        var answer = send("POST", "Organization", organization, FEED);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return parse(Organization.class, answer);
    }

    @SuppressWarnings("unchecked")
    private <T extends Resource> T put(T resource, Caller caller) {
        var path = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        var answer = send("PUT", path, resource, caller);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return (T) parse(resource.getClass(), answer);
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String says, String expression) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(parse(OperationOutcome.class, answer).getIssue()).anySatisfy(issue -> {
            assertThat(issue.getDiagnostics()).contains(says);
            assertThat(issue.getExpression()).extracting(Object::toString).contains(expression);
        });
    }

    private <T extends Resource> T read(Class<T> type, String id) {
        return parse(type, send("GET", type.getSimpleName() + "/" + id, null, FEED));
    }

    private static <T extends Resource> T parse(Class<T> type, HttpResponse<String> answer) {
        return FHIR.newJsonParser().parseResource(type, answer.body());
    }

    private HttpResponse<String> send(
            String method, String path, @Nullable Resource body, Caller caller, String... headers) {
        var text = body == null ? "" : FHIR.newJsonParser().encodeResourceToString(body);
        var request = registry.request("/fhir" + (path.isEmpty() ? "" : "/" + path), caller)
                .header("Content-Type", "application/fhir+json")
                .method(method, HttpRequest.BodyPublishers.ofString(text));
        return registry.send(headers.length == 0 ? request : request.headers(headers));
    }
}
