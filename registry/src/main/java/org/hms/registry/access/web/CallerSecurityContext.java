package org.hms.registry.access.web;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.hms.registry.access.Caller;

/** A verified caller as Jersey sees it; a role is asked for by its code. */
record CallerSecurityContext(Caller caller, boolean isSecure) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
        return caller;
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.role().code().equalsIgnoreCase(role);
    }

    @Override
    public String getAuthenticationScheme() {
        return "BEARER";
    }
}
