package org.hms.registry.notify;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * To whom notifications may go, and how patiently they are repeated. Hosts are {@code name} or {@code name:port}; private
 * networks, written as CIDR, are those into which an allowed name may lead. Trusted certificates
 * are a PEM file of authorities that vouch for receivers beside the usual ones.
 */
public record DeliverySettings(
        List<String> allowedHosts,
        List<String> privateNetworks,
        boolean allowHttp,
        @Nullable Path trustedCertificates,
        Patience patience) {

    /** Without configuration nobody may be notified. */
    public static final DeliverySettings NOBODY =
            new DeliverySettings(List.of(), List.of(), false, null, Patience.DEFAULT);

    public DeliverySettings {
        allowedHosts = List.copyOf(allowedHosts);
        privateNetworks = List.copyOf(privateNetworks);
    }

    /** Waits between attempts in milliseconds, when to give up, how many at once, and for how many days events are kept. */
    public record Patience(long firstRetryMillis, long longestRetryMillis, int mostAttempts, int atOnce, int keepDays) {
        static final Patience DEFAULT = new Patience(1_000, 900_000, 100, 32, 30);

        public Patience {
            if (firstRetryMillis < 1 || longestRetryMillis < firstRetryMillis) {
                throw new IllegalArgumentException("The first wait is at least 1 ms, the longest no shorter");
            }
            if (mostAttempts < 1 || atOnce < 2 || keepDays < 1) {
                throw new IllegalArgumentException("Attempts and days are at least 1, deliveries at once at least 2");
            }
        }
    }

    @JsonCreator
    static DeliverySettings of(
            @JsonProperty("allowedHosts") @Nullable List<String> allowedHosts,
            @JsonProperty("privateNetworks") @Nullable List<String> privateNetworks,
            @JsonProperty("allowHttp") @Nullable Boolean allowHttp,
            @JsonProperty("trustedCertificates") @Nullable String trustedCertificates,
            @JsonProperty("firstRetryMillis") @Nullable Long firstRetryMillis,
            @JsonProperty("longestRetryMillis") @Nullable Long longestRetryMillis,
            @JsonProperty("mostAttempts") @Nullable Integer mostAttempts,
            @JsonProperty("atOnce") @Nullable Integer atOnce,
            @JsonProperty("keepDays") @Nullable Integer keepDays) {
        var usual = Patience.DEFAULT;
        return new DeliverySettings(
                allowedHosts == null ? List.of() : allowedHosts,
                privateNetworks == null ? List.of() : privateNetworks,
                allowHttp != null && allowHttp,
                trustedCertificates == null || trustedCertificates.isBlank() ? null : Path.of(trustedCertificates),
                new Patience(
                        firstRetryMillis == null ? usual.firstRetryMillis() : firstRetryMillis,
                        longestRetryMillis == null ? usual.longestRetryMillis() : longestRetryMillis,
                        mostAttempts == null ? usual.mostAttempts() : mostAttempts,
                        atOnce == null ? usual.atOnce() : atOnce,
                        keepDays == null ? usual.keepDays() : keepDays));
    }
}
