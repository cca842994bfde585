package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.journey.Subscribing.IDENTITY;
import static org.hms.registry.journey.Subscribing.PATIENT;
import static org.hms.registry.journey.TestPatients.HIS;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.hl7.fhir.r4.model.UnsignedIntType;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Receivers that fail, hang or hear nothing for long. */
@ExtendWith(SharedRegistry.class)
final class SubscriptionFailureIT {

    private static final Caller ADMIN = new Caller("test-admin", Role.ADMIN);

    private static IGenericClient admin;

    @BeforeAll
    static void start(RunningRegistry shared) {
        admin = shared.client(ADMIN);
    }

    @Test
    void aReceiverThatFailsIsTriedAgainThenGivenUpWithAReasonAndResumedWithoutAGap() throws IOException {
        var failing = new AtomicInteger();
        try (var receiver = Receiver.start()) {
            var id = Subscribing.active(admin, Subscribing.hook(PATIENT, "id-only", receiver.endpoint()));
            receiver.answering(body -> failing.incrementAndGet() <= 2 ? 500 : 204);
            Feeding.fed(admin, HIS, "err-1", "Odilón | Fretes Cuevas | 1959-09-19 | M | 5550007");
            Subscribing.awaitTold(receiver, 1);
            assertThat(receiver.received("event-notification")).hasSize(3);

            receiver.answering(body -> 302);
            Feeding.fed(admin, HIS, "err-1", "Odilón | Fretes Cuevas | 1959-09-18 | M | 5550007");
            Subscribing.awaitStatus(admin, id, SubscriptionStatus.ERROR);
            var broken = Subscribing.read(admin, id);
            assertThat(broken.getError()).isEqualTo("Given up after 12 attempts: The receiver answered 302");
            Feeding.fed(admin, HIS, "err-1", "Odilón | Fretes Cuevas | 1959-09-17 | M | 5550007");
            receiver.answering(body -> 200);
            admin.update()
                    .resource(broken.setStatus(SubscriptionStatus.REQUESTED))
                    .execute();
            Subscribing.awaitTold(receiver, 3);

            assertThat(receiver.told()).extracting(Receiver.Told::number).containsExactly(1L, 2L, 3L);
            assertThat(receiver.received("handshake")).hasSize(2);
            assertThat(Subscribing.read(admin, id).getError()).isNull();
            Subscribing.delete(admin, id);
        }
    }

    @Test
    void aHandshakeThatFailsLeavesAnErrorWithItsReason() throws IOException {
        try (var receiver = Receiver.start().answering(body -> 401)) {
            var id = Subscribing.create(admin, Subscribing.hook(PATIENT, "id-only", receiver.endpoint()));
            Subscribing.awaitStatus(admin, id, SubscriptionStatus.ERROR);

            assertThat(Subscribing.read(admin, id).getError())
                    .isEqualTo("The handshake failed: The receiver answered 401");
            Subscribing.delete(admin, id);
        }
    }

    @Test
    void aReceiverThatHangsHoldsUpNobodyElse() throws IOException {
        var let = new CountDownLatch(1);
        try (var hanging = Receiver.start();
                var quick = Receiver.start()) {
            var ids = List.of(
                    Subscribing.active(admin, Subscribing.hook(PATIENT, "id-only", hanging.endpoint())),
                    Subscribing.active(admin, Subscribing.hook(PATIENT, "id-only", quick.endpoint())));
            hanging.answering(body -> held(let));
            for (int i = 0; i < 5; i++) {
                Feeding.fed(admin, HIS, "slow-1", "Leandra | Romero Gill | 196" + i + "-04-14 | F | 5550008");
                Subscribing.awaitTold(quick, i + 1);
            }

            assertThat(hanging.told()).isEmpty();
            let.countDown();
            Subscribing.awaitTold(hanging, 5);
            assertThat(hanging.told()).extracting(Receiver.Told::number).contains(1L, 2L, 3L, 4L, 5L);
            ids.forEach(id -> Subscribing.delete(admin, id));
        }
    }

    private static int held(CountDownLatch let) {
        try {
            let.await();
            return 200;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 500;
        }
    }

    @Test
    void aHeartbeatComesWhenThereIsNothingToTell() throws IOException {
        try (var receiver = Receiver.start()) {
            var wanted = Subscribing.hook(IDENTITY, "id-only", receiver.endpoint(), "Patient?_id=nobody");
            wanted.getChannel()
                    .addExtension(Subscribing.PROFILES + "backport-heartbeat-period", new UnsignedIntType(1));
            var id = Subscribing.active(admin, wanted);

            Eventually.until(
                    "hearts beat",
                    Subscribing.PATIENCE,
                    () -> receiver.received("heartbeat").size() >= 2);

            assertThat(receiver.received("heartbeat").getFirst().sinceStart()).isZero();
            Subscribing.delete(admin, id);
        }
    }
}
