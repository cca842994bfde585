package org.hms.registry.practitioner.fhir;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hms.registry.access.Role;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.territory.DirectoryType;
import org.jspecify.annotations.Nullable;

/** What the feeds of professionals and of their roles have in common. */
final class ProviderFeed {

    static final Role[] WRITERS = {Role.ADMIN, Role.STEWARD};

    /** Entries that come from no list are rows of this one. */
    static final String LIST = "feed";

    private static final int ID_BYTES = 6;

    private ProviderFeed() {}

    static String newId(String prefix) {
        var bytes = new byte[ID_BYTES];
        ThreadLocalRandom.current().nextBytes(bytes);
        return prefix + "-" + HexFormat.of().formatHex(bytes);
    }

    /** FHIR tells time to the millisecond. */
    static Instant now(InstantSource clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    static String required(@Nullable String text, String path) {
        if (text == null || text.isBlank()) {
            throw FhirProblem.required("This element is needed", path);
        }
        return text.strip();
    }

    /** One coding with system and code. */
    static DirectoryType type(CodeableConcept concept, String path) {
        if (concept.getCoding().size() != 1) {
            throw FhirProblem.required("A code is one coding with system and code", path);
        }
        var coding = concept.getCodingFirstRep();
        var code = required(coding.getCode(), path + ".coding.code");
        return new DirectoryType(
                required(coding.getSystem(), path + ".coding.system"),
                code,
                coding.hasDisplay() ? coding.getDisplay() : code);
    }

    /** The one concept of a list; none where the list is empty. */
    static @Nullable DirectoryType only(List<CodeableConcept> concepts, String path) {
        if (concepts.size() > 1) {
            throw FhirProblem.unprocessable("This directory keeps one of these").at(path);
        }
        return concepts.isEmpty() ? null : type(concepts.getFirst(), path);
    }

    static @Nullable LocalDate day(@Nullable DateTimeType time, String path) {
        if (time == null || !time.hasValue()) {
            return null;
        }
        var text = time.getValueAsString();
        if (text.length() != 10) {
            throw FhirProblem.invalid("A period here begins and ends on days", path);
        }
        return LocalDate.parse(text);
    }

    static @Nullable String id(Reference reference, String type, String path) {
        if (!reference.hasReference()) {
            return null;
        }
        var local =
                Pattern.compile("(?:.*/)?" + type + "/([A-Za-z0-9.-]{1,64})").matcher(reference.getReference());
        if (!local.matches()) {
            throw FhirProblem.invalid("A reference here is " + type + "/ and the id of one in this directory", path);
        }
        return local.group(1);
    }
}
