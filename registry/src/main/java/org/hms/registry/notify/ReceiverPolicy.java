package org.hms.registry.notify;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * To which receivers anything is sent: the host stands on the list, and the address it leads to is a public one or lies in a
 * network that is named. Asked when a subscription is made and again at every attempt.
 */
public final class ReceiverPolicy {

    /** What is no address of another system on the public network: RFC 6890, RFC 6598, RFC 4193, RFC 6052. */
    private static final List<Network> NOT_PUBLIC = Network.all(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/128",
            "::1/128",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "2002::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8");

    private static final List<Network> LOOPBACK = Network.all("127.0.0.0/8", "::1/128");
    private static final Set<String> LOOPBACK_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final int MOST_PORT = 65_535;

    private final Set<String> hosts = new TreeSet<>();
    private final List<Network> networks;
    private final boolean allowHttp;
    private final boolean demonstration;

    /** @param demonstration allows receivers on this machine */
    public ReceiverPolicy(DeliverySettings settings, boolean demonstration) {
        settings.allowedHosts().forEach(host -> hosts.add(host.strip().toLowerCase(Locale.ROOT)));
        this.networks = Stream.concat(
                        settings.privateNetworks().stream().map(Network::parse),
                        demonstration ? LOOPBACK.stream() : Stream.empty())
                .toList();
        this.allowHttp = settings.allowHttp();
        this.demonstration = demonstration;
    }

    /** Why nothing is sent to this endpoint, if so. The sentence does not repeat the endpoint. */
    public Optional<String> objection(URI endpoint) {
        var host = endpoint.getHost();
        var scheme = endpoint.getScheme() == null ? "" : endpoint.getScheme().toLowerCase(Locale.ROOT);
        if (host == null || !(scheme.equals("https") || scheme.equals("http"))) {
            return Optional.of("The endpoint is an absolute URL with https and a host");
        }
        if (endpoint.getRawUserInfo() != null || endpoint.getRawFragment() != null) {
            return Optional.of("The endpoint has no user and no fragment; credentials go into channel.header");
        }
        if (endpoint.getPort() == 0 || endpoint.getPort() > MOST_PORT) {
            return Optional.of("The endpoint's port is a number from 1 to " + MOST_PORT);
        }
        var name = host.toLowerCase(Locale.ROOT);
        boolean onThisMachine = demonstration && LOOPBACK_HOSTS.contains(name);
        if (!onThisMachine && !hosts.contains(name) && !hosts.contains(name + ":" + port(endpoint, scheme))) {
            return Optional.of("The endpoint's host is not on the list of allowed hosts");
        }
        return scheme.equals("http") && !allowHttp && !onThisMachine
                ? Optional.of("The endpoint is reached by https")
                : Optional.empty();
    }

    /** Whether a host of the list may lead to this address. */
    public boolean allows(InetAddress address) {
        return NOT_PUBLIC.stream().noneMatch(network -> network.holds(address))
                || networks.stream().anyMatch(network -> network.holds(address))
                || hosts.contains(address.getHostAddress());
    }

    private static int port(URI endpoint, String scheme) {
        return endpoint.getPort() >= 0 ? endpoint.getPort() : scheme.equals("https") ? 443 : 80;
    }
}
