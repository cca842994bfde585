package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hms.registry.journey.Subscribing.IDENTITY;
import static org.hms.registry.journey.Subscribing.PATIENT;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may subscribe to what, where anything is sent, and what is shown of it. */
@ExtendWith(SharedRegistry.class)
final class SubscriptionRulesIT {

    private static final Caller ADMIN = new Caller("test-admin", Role.ADMIN);

    private static RunningRegistry registry;
    private static IGenericClient admin;
    private static IGenericClient his;

    @BeforeAll
    static void start(RunningRegistry shared) {
        registry = shared;
        admin = shared.client(ADMIN);
        his = shared.client(RunningRegistry.source("mspbs-his"));
    }

    @Test
    void credentialsAreSentAndNeverShownAndDoNotFollowToAnotherEndpoint() throws IOException {
        try (var first = Receiver.start();
                var second = Receiver.start()) {
            var wanted = Subscribing.hook(PATIENT, "id-only", first.endpoint());
            wanted.getChannel().addHeader("Authorization: Bearer s3cr3t");
            var id = Subscribing.active(admin, wanted);
            assertThat(first.received().getFirst().headers()).containsEntry("Authorization", "Bearer s3cr3t");

            var shown = Subscribing.read(admin, id);
            assertThat(json(shown)).doesNotContain("s3cr3t", "header");
            admin.update()
                    .resource(shown.setStatus(SubscriptionStatus.REQUESTED))
                    .execute();
            Eventually.until(
                    "hands are shaken again",
                    Subscribing.PATIENCE,
                    () -> first.received().size() == 2);
            assertThat(first.received().getLast().headers()).containsEntry("Authorization", "Bearer s3cr3t");

            Subscribing.awaitStatus(admin, id, SubscriptionStatus.ACTIVE);
            var moved = Subscribing.read(admin, id);
            moved.getChannel().setEndpoint(second.endpoint());
            admin.update().resource(moved).execute();
            Eventually.until(
                    "the other is asked",
                    Subscribing.PATIENCE,
                    () -> !second.received().isEmpty());
            assertThat(second.received().getFirst().headers()).doesNotContainKey("Authorization");
            Subscribing.delete(admin, id);
        }
    }

    @Test
    void whatCannotBeHonouredIsRefusedWithItsPlace() {
        refused(422, "criteria", wanted -> wanted.setCriteria("http://example.org/topic"));
        refused(422, "criteria", wanted -> wanted.setCriteria("Patient"));
        refused(422, "criteria", wanted -> wanted.setCriteria("Patient?name=x"));
        refused(422, "channel.endpoint", wanted -> wanted.getChannel().setEndpoint("https://example.org/hook"));
        refused(422, "channel.endpoint", wanted -> wanted.getChannel().setEndpoint("https://u:p@127.0.0.1/hook"));
        refused(422, "channel.endpoint", wanted -> wanted.getChannel().setEndpoint("http://127.0.0.2:9/hook"));
        refused(422, "channel.endpoint", wanted -> wanted.getChannel().setEndpoint("file:///etc/hosts"));
        refused(422, "channel.endpoint", wanted -> wanted.getChannel().setEndpoint("http://127.0.0.1:99999/"));
        refused(422, "channel.type", wanted -> wanted.getChannel().setType(Subscription.SubscriptionChannelType.EMAIL));
        refused(400, "channel.payload", wanted -> wanted.getChannel().setPayload("text/plain"));
        refused(
                400,
                "channel.payload",
                wanted -> wanted.getChannel().getPayloadElement().getExtension().clear());
        refused(400, "channel.header", wanted -> wanted.getChannel().addHeader("Host: example.org"));
        refused(400, "channel.header", wanted -> wanted.getChannel().addHeader("X: a\nY: b"));
        refused(422, "status", wanted -> wanted.setStatus(SubscriptionStatus.ERROR));
        refused(400, "reason", wanted -> wanted.setReason(null));
        refused(422, "end", wanted -> wanted.setEnd(new java.util.Date(0)));
    }

    private static void refused(int status, String place, Consumer<Subscription> fault) {
        var wanted = Subscribing.hook(PATIENT, "id-only", "http://127.0.0.1:9/hook");
        fault.accept(wanted);
        assertThatThrownBy(() -> admin.create().resource(wanted).execute())
                .isInstanceOfSatisfying(BaseServerResponseException.class, refusal -> {
                    assertThat(refusal.getStatusCode()).isEqualTo(status);
                    assertThat(refusal.getResponseBody()).contains("Subscription." + place);
                });
    }

    @Test
    void aSourceSeesItsOwnSubscriptionsAndOthersNone() throws IOException {
        try (var receiver = Receiver.start()) {
            var id = Subscribing.create(his, Subscribing.hook(PATIENT, "id-only", receiver.endpoint()));
            var ips = registry.client(RunningRegistry.source("ips"));

            assertThat(count(his)).isEqualTo(1);
            assertThat(count(ips)).isZero();
            assertThat(count(admin)).isEqualTo(1);
            var of = "/fhir/Subscription/$status?id=" + id;
            assertThat(RunningRegistry.json(registry.get(of, ADMIN))
                            .path("total")
                            .asInt())
                    .isEqualTo(1);
            assertThat(RunningRegistry.json(registry.get(of + "&status=off", ADMIN))
                            .path("total")
                            .asInt())
                    .isZero();
            assertThat(RunningRegistry.json(registry.get(of, RunningRegistry.source("ips")))
                            .path("total")
                            .asInt())
                    .isZero();
            assertThat(registry.get(of + "&state=off", ADMIN).statusCode()).isEqualTo(400);
            assertThatThrownBy(() -> Subscribing.read(ips, id)).isInstanceOf(ResourceNotFoundException.class);
            assertThatThrownBy(() -> Subscribing.delete(ips, id)).isInstanceOf(ResourceNotFoundException.class);
            for (var role : List.of(Role.READER, Role.STEWARD, Role.PARTNER, Role.AUDITOR)) {
                assertThat(registry.get("/fhir/Subscription", new Caller("test", role))
                                .statusCode())
                        .isEqualTo(403);
            }
            Subscribing.delete(his, id);
        }
    }

    private static int count(IGenericClient client) {
        return client.search()
                .forResource(Subscription.class)
                .where(Subscription.CRITERIA.matches().value(PATIENT))
                .returnBundle(Bundle.class)
                .execute()
                .getTotal();
    }

    @Test
    void theTopicsStandInTheCapabilityStatementAndTheCallsInTheDocumentation() {
        var statement = registry.get("/fhir/metadata", ADMIN).body();
        var documentation = registry.get("/api/openapi.json", ADMIN).body();

        assertThat(statement)
                .contains(
                        PATIENT, IDENTITY, "capabilitystatement-subscriptiontopic-canonical", "backport-subscription");
        assertThat(documentation).contains("/api/v1/changes", "/fhir/Subscription/{id}/$events");
    }

    private static String json(org.hl7.fhir.r4.model.Resource resource) {
        return ca.uhn.fhir.context.FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
    }
}
