package org.hms.matching.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hms.matching.normalise.ComparableName;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.normalise.Words;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Sex;

/** Keeps each name and text of a file once, and of each person only what is compared: millions of people share few names. */
final class WordPool {
    private final Map<Words, Words> words = new ConcurrentHashMap<>();
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Map<Sex, Demographics> raw = new ConcurrentHashMap<>();

    ComparablePerson slim(ComparablePerson person, Map<String, String> attributes) {
        var pooled = new HashMap<String, String>();
        attributes.forEach((name, value) -> pooled.put(name, texts.computeIfAbsent(value, text -> text)));
        var mother = person.mother();
        return new ComparablePerson(
                raw.computeIfAbsent(
                        person.demographics().sex(),
                        sex -> new Demographics(List.of(), sex, Birth.UNKNOWN, List.of(), null, List.of(), false)),
                person.names().stream().map(this::slim).toList(),
                person.newborn(),
                person.birthDate(),
                person.identifiers(),
                person.phones(),
                mother == null ? null : slim(mother),
                pooled);
    }

    private ComparableName slim(ComparableName name) {
        return new ComparableName(pooled(name.given()), pooled(name.family()), name.married());
    }

    private Words pooled(Words all) {
        return all.isEmpty() ? Words.NONE : words.computeIfAbsent(all, same -> same);
    }
}
