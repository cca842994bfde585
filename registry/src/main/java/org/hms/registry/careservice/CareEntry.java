package org.hms.registry.careservice;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hms.registry.territory.DirectoryEntry;
import org.jspecify.annotations.Nullable;

/** An entry of the directory that says something about places and other entries. */
public sealed interface CareEntry extends DirectoryEntry permits Endpoint, HealthcareService, OrganizationAffiliation {

    /** Whether it was deleted; its versions stay. */
    boolean withdrawn();

    /** The same, deleted. */
    CareEntry withdraw();

    /** The same, referring to the heirs of the places it refers to; each place that has none is its own heir. */
    CareEntry following(UnaryOperator<String> heirs);

    /** To what it refers. */
    List<CareLink> links();

    /** What it is. */
    List<CareCode> codes();

    /** Whether it stands, in a word. */
    String statusCode();

    /** The days from which and until which it stands, as far as it says. */
    @Nullable
    LocalDate since();

    @Nullable
    LocalDate until();
}
