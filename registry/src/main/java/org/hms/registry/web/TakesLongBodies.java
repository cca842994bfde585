package org.hms.registry.web;

/** A native resource of which one route takes bodies beyond the usual limit. */
public interface TakesLongBodies {
    BodyAllowance bodyAllowance();
}
