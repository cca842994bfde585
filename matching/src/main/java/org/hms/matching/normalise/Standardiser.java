package org.hms.matching.normalise;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Identifier;
import org.hms.matching.person.PersonName;
import org.hms.matching.person.Sex;
import org.jspecify.annotations.Nullable;

/**
 * Makes demographics comparable. On one day the same input gives the same output, on any thread; the day only tells which
 * dates of birth are still to come.
 */
public final class Standardiser {
    /** A clock that lags behind this release is not believed. */
    private static final LocalDate RELEASED = LocalDate.of(2026, 12, 31);

    private final InstantSource clock;

    public Standardiser() {
        this(InstantSource.system());
    }

    public Standardiser(InstantSource clock) {
        this.clock = clock;
    }

    public ComparablePerson standardise(Demographics person) {
        var names = new ArrayList<ComparableName>(person.names().size());
        var newborn = false;
        var saidMother = person.birth().mother();
        @Nullable ComparableName mother = saidMother == null ? null : name(saidMother, true, words(saidMother.given()));
        for (var name : person.names()) {
            var given = words(name.given());
            var placeholder = Placeholders.isNewborn(given);
            newborn |= placeholder;
            if (placeholder && mother == null) {
                mother = motherNamedIn(given);
            }
            var comparable = name(name, person.sex() == Sex.FEMALE, placeholder ? List.of() : given);
            if (!comparable.isEmpty()) {
                names.add(comparable);
            }
        }
        return new ComparablePerson(
                person,
                names,
                newborn,
                ComparableDate.of(person.birth().date(), latest()),
                identifiers(person.identifiers()),
                Phones.of(person.phones()),
                mother == null || mother.isEmpty() ? null : mother);
    }

    public boolean isNewborn(Demographics person) {
        return person.names().stream().anyMatch(name -> Placeholders.isNewborn(words(name.given())));
    }

    /** Today's date is tomorrow's somewhere. */
    private LocalDate latest() {
        var tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        return tomorrow.isAfter(RELEASED) ? tomorrow : RELEASED;
    }

    private static List<String> words(List<String> texts) {
        return texts.isEmpty()
                ? List.of()
                : Folding.words(texts.size() == 1 ? texts.getFirst() : String.join(" ", texts));
    }

    /** Surnames of parts that were taken apart before, in their order. */
    public static ComparableName surnames(List<SurnamePart> parts, @Nullable SurnamePart married, boolean female) {
        return name(SurnameOrder.ofParts(parts, married, female), List.of());
    }

    private static ComparableName name(PersonName name, boolean female, List<String> givenWords) {
        return name(SurnameOrder.of(name.family(), name.marriedFamily(), female), givenWords);
    }

    private static ComparableName name(SurnameOrder order, List<String> givenWords) {
        var married = order.married();
        return new ComparableName(
                Words.of(given(givenWords)), Words.of(order.surnames()), married == null ? null : Word.of(married));
    }

    private static List<String> given(List<String> words) {
        if (words.isEmpty() || Placeholders.isUnnamed(words)) {
            return List.of();
        }
        int count = words.size();
        var given = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            var word = words.get(i);
            boolean honorific = i == 0 && count > 1 && Abbreviations.isHonorific(word);
            if (count == 1 || !honorific && !isMereParticle(word, i == count - 1) && !Placeholders.isFiller(word)) {
                given.add(Abbreviations.given(word));
            }
        }
        return given;
    }

    /** A single letter at the end is an initial: Juan E. */
    private static boolean isMereParticle(String word, boolean last) {
        return SurnameOrder.isParticle(word) && !(last && word.length() == 1);
    }

    /** "RN de Elena": the name that follows is the mother's. */
    private static @Nullable ComparableName motherNamedIn(List<String> given) {
        var name = given(Placeholders.afterOf(given));
        return name.isEmpty() ? null : new ComparableName(Words.of(name), Words.NONE, null);
    }

    /** Fillers are dropped, and so are numbers whose check digits tell that they were mistyped. */
    private static List<Identifier> identifiers(List<Identifier> identifiers) {
        if (identifiers.isEmpty()) {
            return List.of();
        }
        var kept = new LinkedHashSet<Identifier>(2);
        for (var identifier : identifiers) {
            var uri = identifier.system().strip();
            var value = identifier(uri, identifier.value());
            if (value != null) {
                kept.add(
                        value.equals(identifier.value()) && uri.equals(identifier.system())
                                ? identifier
                                : new Identifier(uri, value));
            }
        }
        return List.copyOf(kept);
    }

    /** The number as it compares; null for a filler, and where the check digits of its system do not fit. */
    public static @Nullable String identifier(String system, String written) {
        var value = Numbers.canonical(written);
        if (value.isEmpty() || Numbers.isFiller(value)) {
            return null;
        }
        var checked = IdentifierSystem.of(system);
        return checked == null || checked.fits(value) ? value : null;
    }

    /** The telephone numbers of one text as they compare; none where it holds but fillers. */
    public static List<String> phones(String written) {
        return Phones.of(List.of(written));
    }
}
