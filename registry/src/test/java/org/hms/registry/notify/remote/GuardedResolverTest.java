package org.hms.registry.notify.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.net.spi.InetAddressResolverProvider;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A name that is rebound to another address between two look-ups leads nowhere the second time. */
final class GuardedResolverTest {

    private static final InetAddress GOOD = InetAddress.ofLiteral("203.0.113.7");
    private static final InetAddress BAD = InetAddress.ofLiteral("10.0.0.1");
    private static final LookupPolicy ANY = LookupPolicy.of(LookupPolicy.IPV4);

    /** Answers differently each time, as whoever owns the name may do. */
    private static final class Rebinding implements InetAddressResolver {
        private int asked;

        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) {
            return asked++ == 0 ? Stream.of(GOOD, BAD) : Stream.of(BAD);
        }

        @Override
        public String lookupByAddress(byte[] address) {
            return "";
        }
    }

    @Test
    void aGuardedHostLeadsToAllowedAddressesOnlyHoweverOftenItIsAsked() throws Exception {
        GuardedResolverProvider.guard("Rebound.example", GOOD::equals);
        var resolver = new GuardedResolverProvider.Guarded(new Rebinding());

        assertThat(resolver.lookupByName("rebound.example", ANY)).containsExactly(GOOD);
        assertThatThrownBy(() -> resolver.lookupByName("rebound.example", ANY))
                .isInstanceOf(UnknownHostException.class);
    }

    @Test
    void otherHostsAreLookedUpAsEver() throws Exception {
        var resolver = new GuardedResolverProvider.Guarded(new Rebinding());

        assertThat(resolver.lookupByName("other.example", ANY)).containsExactly(GOOD, BAD);
    }

    @Test
    void javaFindsTheGuard() {
        assertThat(ServiceLoader.load(InetAddressResolverProvider.class))
                .hasAtLeastOneElementOfType(GuardedResolverProvider.class);
    }
}
