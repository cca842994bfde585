package org.hms.registry.patient.fhir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.StringType;
import org.hms.matching.person.PersonName;
import org.hms.registry.patient.SpelledName;
import org.jspecify.annotations.Nullable;

/**
 * FHIR names and ours. FHIR keeps the family name as one text; its extensions for the father's, the mother's and the partner's
 * family name say which part is which, and where they are absent the words are taken in their order.
 */
final class NameMapping {

    private static final String EXTENSIONS = "http://hl7.org/fhir/StructureDefinition/humanname-";
    private static final String FATHERS = EXTENSIONS + "fathers-family";
    private static final String MOTHERS = EXTENSIONS + "mothers-family";
    private static final String PARTNERS = EXTENSIONS + "partner-name";
    private static final List<String> PARTICLES =
            List.of("de", "del", "la", "las", "los", "y", "van", "von", "da", "do", "dos", "das");

    private NameMapping() {}

    static @Nullable PersonName toPersonName(HumanName name) {
        var given = name.getGiven().stream()
                .filter(StringType::hasValue)
                .flatMap(part -> words(part.getValue()).stream())
                .toList();
        var family = family(name);
        if (given.isEmpty() && family.isEmpty()) {
            return name.hasText() ? ofText(name.getText()) : null;
        }
        return new PersonName(given, family, extension(name, PARTNERS));
    }

    /** A name in one text: the last two family names, or the last one, are the family's; the words before are given names. */
    static @Nullable PersonName ofText(String text) {
        var parts = withParticles(words(text));
        if (parts.isEmpty()) {
            return null;
        }
        int families = parts.size() >= 3 ? 2 : parts.size() == 2 ? 1 : 0;
        int split = parts.size() - families;
        return new PersonName(parts.subList(0, split), parts.subList(split, parts.size()), null);
    }

    static HumanName toHumanName(PersonName name) {
        var human = new HumanName();
        var spelled = SpelledName.of(name);
        spelled.given().forEach(human::addGiven);
        if (spelled.family() != null) {
            human.setFamily(spelled.family());
            human.getFamilyElement()
                    .addExtension(FATHERS, new StringType(name.family().getFirst()));
            if (name.family().size() > 1) {
                human.getFamilyElement()
                        .addExtension(MOTHERS, new StringType(name.family().get(1)));
            }
        }
        if (name.marriedFamily() != null) {
            human.getFamilyElement().addExtension(PARTNERS, new StringType(name.marriedFamily()));
        }
        return human;
    }

    private static List<String> family(HumanName name) {
        var fathers = extension(name, FATHERS);
        var mothers = extension(name, MOTHERS);
        if (fathers != null || mothers != null) {
            var family = new ArrayList<String>();
            family.add(fathers == null ? "" : fathers);
            if (mothers != null) {
                family.add(mothers);
            }
            return List.copyOf(family);
        }
        // The element may hold an extension alone, such as the husband's name.
        return name.getFamilyElement().hasValue() ? withParticles(words(name.getFamily())) : List.of();
    }

    private static @Nullable String extension(HumanName name, String url) {
        var extension = name.getFamilyElement().getExtensionByUrl(url);
        return extension != null && extension.getValue() instanceof PrimitiveType<?> value && value.hasValue()
                ? value.getValueAsString().strip()
                : null;
    }

    /** Joins "de la Cruz" into one surname. */
    private static List<String> withParticles(List<String> words) {
        var names = new ArrayList<String>();
        var pending = new StringBuilder();
        for (var word : words) {
            pending.append(pending.isEmpty() ? "" : " ").append(word);
            if (!PARTICLES.contains(word.toLowerCase(Locale.ROOT))) {
                names.add(pending.toString());
                pending.setLength(0);
            }
        }
        if (!pending.isEmpty()) {
            names.add(pending.toString());
        }
        return names;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
