package org.hms.registry.access.web;

import jakarta.ws.rs.BadRequestException;
import org.hms.registry.access.Purpose;

/** A purpose of use that is none; the message names those that are known and does not repeat what was sent. */
public final class UnknownPurpose extends BadRequestException {
    private static final long serialVersionUID = 1L;

    UnknownPurpose(String header) {
        super("The header " + header + " is a code of HL7's PurposeOfUse: " + Purpose.known());
    }
}
