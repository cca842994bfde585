package org.hms.registry.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.hms.registry.notify.DeliverySettings.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To whom anything is sent: listed hosts, by https, at addresses that are public or named. */
final class ReceiverPolicyTest {

    private static final DeliverySettings SETTINGS = new DeliverySettings(
            List.of("his.example.org", "ips.example.org:8443", "10.9.8.7"),
            List.of("10.20.0.0/16", "fd12::/32"),
            false,
            null,
            new Patience(1, 1, 1, 2, 1));

    private static final ReceiverPolicy POLICY = new ReceiverPolicy(SETTINGS, false);

    @ParameterizedTest
    @ValueSource(
            strings = {"https://his.example.org/hook", "https://HIS.example.org:9/x?y", "https://ips.example.org:8443/"
            })
    void aListedHostIsSentTo(String endpoint) {
        assertThat(POLICY.objection(URI.create(endpoint))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://his.example.org/hook",
                "https://evil.his.example.org/",
                "https://his.example.org.evil.example/",
                "https://ips.example.org/",
                "https://user@his.example.org/",
                "https://his.example.org/#x",
                "https://localhost/",
                "http://127.0.0.1/",
                "https://his.example.org:70000/",
                "ftp://his.example.org/",
                "/hook",
                "mailto:a@his.example.org"
            })
    void nobodyElseIs(String endpoint) {
        assertThat(POLICY.objection(URI.create(endpoint))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1",
                "10.21.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd13::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::"
            })
    void anAddressWithinIsRefused(String address) {
        assertThat(POLICY.allows(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "2001:4860::8888", "10.20.255.1", "10.9.8.7", "fd12::5"})
    void aPublicOrNamedAddressIsAllowed(String address) {
        assertThat(POLICY.allows(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void aDemonstrationMaySendToThisMachineAndANormalSiteToNobodyUnlessTold() {
        var loopback = URI.create("http://127.0.0.1:8099/hook");

        assertThat(new ReceiverPolicy(DeliverySettings.NOBODY, true).objection(loopback))
                .isEmpty();
        assertThat(new ReceiverPolicy(DeliverySettings.NOBODY, true).allows(InetAddress.ofLiteral("127.0.0.1")))
                .isTrue();
        assertThat(new ReceiverPolicy(DeliverySettings.NOBODY, false).objection(loopback))
                .isPresent();
    }
}
