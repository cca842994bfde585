package org.hms.registry.notify.remote;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Stands between this process and the names of receivers: once a host is guarded, no look-up of it in this process, by whomever
 * and however often, leads to an address that is not allowed. So a name cannot be checked with one answer and connected to with
 * another. All other names are looked up as ever. Java loads it as a service.
 */
public final class GuardedResolverProvider extends InetAddressResolverProvider {

    private static final ConcurrentMap<String, Predicate<InetAddress>> GUARDS = new ConcurrentHashMap<>();

    /** From now on this host leads to allowed addresses only. */
    static void guard(String host, Predicate<InetAddress> allowed) {
        GUARDS.put(host.toLowerCase(Locale.ROOT), allowed);
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return new Guarded(configuration.builtinResolver());
    }

    @Override
    public String name() {
        return "guarded receivers";
    }

    /** The platform's resolver, with the answers for guarded hosts sifted. */
    record Guarded(InetAddressResolver platform) implements InetAddressResolver {

        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
            var found = platform.lookupByName(host, policy);
            var allowed = GUARDS.get(host.toLowerCase(Locale.ROOT));
            if (allowed == null) {
                return found;
            }
            var sifted = found.filter(allowed).toList();
            if (sifted.isEmpty()) {
                throw new UnknownHostException("No address of the host is allowed");
            }
            return sifted.stream();
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            return platform.lookupByAddress(address);
        }
    }
}
