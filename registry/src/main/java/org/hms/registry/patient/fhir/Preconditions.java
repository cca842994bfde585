package org.hms.registry.patient.fhir;

import java.util.HashSet;
import java.util.regex.Pattern;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.patient.Precondition;
import org.jspecify.annotations.Nullable;

/** Reads {@code If-Match} and {@code If-None-Match} of a write. */
final class Preconditions {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([1-9][0-9]{0,8})\"");
    private static final Pattern FOREIGN_TAG = Pattern.compile("(?:W/)?\"[^\"\\p{Cntrl}]*\"");

    private Preconditions() {}

    static Precondition of(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch != null) {
            return ifMatch.strip().equals("*") ? new Precondition.Present() : versions(ifMatch);
        }
        if (ifNoneMatch == null) {
            return Precondition.NONE;
        }
        if (!ifNoneMatch.strip().equals("*")) {
            throw FhirProblem.invalid("If-None-Match of a write is *", "If-None-Match");
        }
        return new Precondition.Absent();
    }

    /** A tag that is none of ours matches no version. */
    private static Precondition versions(String ifMatch) {
        var versions = new HashSet<Integer>();
        for (var part : ifMatch.split(",")) {
            var tag = TAG.matcher(part.strip());
            if (tag.matches()) {
                versions.add(Integer.valueOf(tag.group(1)));
            } else if (!FOREIGN_TAG.matcher(part.strip()).matches()) {
                throw FhirProblem.invalid("If-Match holds tags such as W/\"3\"", "If-Match");
            }
        }
        return new Precondition.InVersion(versions);
    }
}
