package org.hms.registry.upkeep.remote;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.hms.registry.notify.DeliverySettings;
import org.hms.registry.notify.ReceiverPolicy;
import org.hms.registry.notify.remote.HttpCourier;
import org.hms.registry.upkeep.EndpointCheckSettings;
import org.hms.registry.upkeep.EndpointProbe;

/** Tries endpoints by a HEAD without credentials, at allowed hosts and addresses only; whatever is answered is an answer, but a 5xx. */
public final class HttpEndpointProbe implements EndpointProbe, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReceiverPolicy policy;
    private final HttpCourier courier;

    /** @param demonstration allows endpoints on this machine */
    public HttpEndpointProbe(EndpointCheckSettings settings, boolean demonstration) {
        this.policy = new ReceiverPolicy(
                new DeliverySettings(
                        settings.allowedHosts(),
                        settings.privateNetworks(),
                        settings.allowHttp(),
                        settings.trustedCertificates(),
                        DeliverySettings.NOBODY.patience()),
                demonstration);
        this.courier = new HttpCourier(policy, settings.trustedCertificates());
    }

    @Override
    public boolean allows(String address) {
        try {
            return policy.objection(URI.create(address)).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public Optional<String> failure(String address) throws InterruptedException {
        return courier.unanswered(URI.create(address), PATIENCE);
    }

    @Override
    public void close() {
        courier.close();
    }
}
