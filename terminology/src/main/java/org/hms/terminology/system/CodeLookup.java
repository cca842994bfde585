package org.hms.terminology.system;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hms.terminology.concept.Designation;
import org.jspecify.annotations.Nullable;

/** Everything a code system says about one code. */
public record CodeLookup(
        String system,
        String version,
        String code,
        String display,
        List<Designation> designations,
        Map<String, String> properties,
        @Nullable String parent) {
    public CodeLookup {
        designations = List.copyOf(designations);
        properties = Map.copyOf(properties);
    }

    /** The text in that language (or one it falls back on), else the display. */
    public String displayIn(@Nullable String language) {
        return language == null ? display : findDesignation(language).orElse(display);
    }

    private Optional<String> findDesignation(String language) {
        var primary = language.split("-", 2)[0];
        return designations.stream()
                .filter(designation -> designation.language().equals(language))
                .findFirst()
                .or(() -> designations.stream()
                        .filter(designation ->
                                designation.language().split("-", 2)[0].equals(primary))
                        .findFirst())
                .map(Designation::text);
    }
}
