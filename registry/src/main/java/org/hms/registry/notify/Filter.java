package org.hms.registry.notify;

import org.jspecify.annotations.Nullable;

/** Narrows a topic; of several filters all must hold. */
public sealed interface Filter {

    /** One person, by enterprise id; the id's heir counts as the same person. */
    record OfPerson(String eid) implements Filter {}

    /** Persons with an identifier: of this system, of this value, or of both. */
    record WithIdentifier(@Nullable String system, @Nullable String value) implements Filter {}

    /** Persons of whom an organization, which is a source system, holds a record. */
    record OfOrganization(String source) implements Filter {}
}
