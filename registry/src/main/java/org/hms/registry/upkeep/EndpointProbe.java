package org.hms.registry.upkeep;

import java.util.Optional;

/** Tries whether anybody answers at an address. */
public interface EndpointProbe {

    /** Whether this address may be tried at all. */
    boolean allows(String address);

    /** Why nobody answered, without the address; empty when somebody did. */
    Optional<String> failure(String address) throws InterruptedException;
}
