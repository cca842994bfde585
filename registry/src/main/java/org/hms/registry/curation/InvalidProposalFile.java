package org.hms.registry.curation;

/** A file of proposals, or a row of it, cannot be read; the message says why. */
public final class InvalidProposalFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidProposalFile(String message) {
        super(message);
    }
}
