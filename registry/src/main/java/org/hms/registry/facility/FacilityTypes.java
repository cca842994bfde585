package org.hms.registry.facility;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of facility there are, and how a name that begins with one is read: {@code H.D.- CARAPEGUA}. */
final class FacilityTypes {

    private static final Pattern FIRST_WORD = Pattern.compile("^([\\p{Lu}.]{2,8})[\\s-]");

    private final Map<String, String> displays;

    FacilityTypes(Map<String, String> displayByCode) {
        this.displays = new HashMap<>(displayByCode);
    }

    Optional<FacilityType> find(String code) {
        var display = displays.get(code);
        return display == null ? Optional.empty() : Optional.of(new FacilityType(code, display, false));
    }

    Optional<FacilityType> readFrom(String name) {
        var first = FIRST_WORD.matcher(name.strip());
        if (!first.find()) {
            return Optional.empty();
        }
        var code = first.group(1).replace(".", "").toUpperCase(Locale.ROOT);
        return find(code).map(type -> new FacilityType(type.code(), type.display(), true));
    }
}
