package org.hms.seed.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hms.seed.names.NameBook;

/** What may become of a name on its way into a record. */
record NameErrors(NameBook names, Mischance mischance) {

    private static final Locale SPANISH = Locale.of("es", "PY");
    private static final SyntheticName NOBODY = new SyntheticName(List.of("NN"), List.of("NN"), null);

    SyntheticName write(SyntheticName name) {
        if (mischance.strikes(ErrorRates.PLACEHOLDER_NAME)) {
            return NOBODY;
        }
        return spelt(surnames(married(given(name))));
    }

    /** "RN DE María" stands where a newborn has no name of its own yet. */
    SyntheticName newborn(SyntheticName mother) {
        var given = new ArrayList<>(List.of("RN", "DE"));
        given.addAll(mother.given());
        return spelt(new SyntheticName(given, mother.family(), null));
    }

    private SyntheticName given(SyntheticName name) {
        var given = new ArrayList<>(name.given());
        if (given.size() > 1 && mischance.strikes(ErrorRates.GIVEN_NAME_DROPPED)) {
            given.remove(mischance.random().nextInt(given.size()));
        }
        var nickname = names.nickname(given.getFirst(), mischance.random());
        if (nickname.isPresent() && mischance.strikes(ErrorRates.NICKNAME)) {
            given.set(0, nickname.get());
        }
        return name.withGiven(given);
    }

    private SyntheticName married(SyntheticName name) {
        if (name.married() == null) {
            return name;
        }
        if (mischance.strikes(ErrorRates.MARRIED_NAME_NOT_USED)) {
            return name.unmarried();
        }
        return mischance.strikes(ErrorRates.MARRIED_NAME_FOR_SECOND_SURNAME)
                ? name.withFamily(List.of(name.family().getFirst()))
                : name;
    }

    private SyntheticName surnames(SyntheticName name) {
        if (name.family().size() < 2) {
            return name;
        }
        if (mischance.strikes(ErrorRates.SECOND_SURNAME_MISSING)) {
            return name.withFamily(List.of(name.family().getFirst()));
        }
        return mischance.strikes(ErrorRates.SURNAMES_SWAPPED)
                ? name.withFamily(name.family().reversed())
                : name;
    }

    private SyntheticName spelt(SyntheticName name) {
        var random = mischance.random();
        var spelt = name;
        if (mischance.strikes(ErrorRates.SPELLING_VARIANT)) {
            spelt = oneWord(spelt, word -> Spelling.variant(word, random));
        }
        if (mischance.strikes(ErrorRates.TYPING_ERROR)) {
            spelt = oneWord(spelt, word -> Spelling.mistyped(word, random));
        }
        var has = String.join(" ", words(spelt));
        if (!has.equals(Spelling.withoutAccents(has)) && mischance.strikes(ErrorRates.ACCENTS_DROPPED)) {
            spelt = everyWord(spelt, Spelling::withoutAccents);
        }
        if (!has.equals(Spelling.withoutTilde(has)) && mischance.strikes(ErrorRates.TILDE_DROPPED)) {
            spelt = everyWord(spelt, Spelling::withoutTilde);
        }
        return mischance.strikes(ErrorRates.UPPER_CASE) ? everyWord(spelt, word -> word.toUpperCase(SPANISH)) : spelt;
    }

    private static List<String> words(SyntheticName name) {
        return Stream.of(
                        name.given(),
                        name.family(),
                        name.married() == null ? List.<String>of() : List.of(name.married()))
                .flatMap(List::stream)
                .toList();
    }

    /** Changes one of the given and family names. */
    private SyntheticName oneWord(SyntheticName name, UnaryOperator<String> change) {
        var given = new ArrayList<>(name.given());
        var family = new ArrayList<>(name.family());
        var at = mischance.random().nextInt(given.size() + family.size());
        var part = at < given.size() ? given : family;
        var index = at < given.size() ? at : at - given.size();
        part.set(index, change.apply(part.get(index)));
        return new SyntheticName(given, family, name.married());
    }

    private static SyntheticName everyWord(SyntheticName name, UnaryOperator<String> change) {
        return new SyntheticName(
                name.given().stream().map(change).toList(),
                name.family().stream().map(change).toList(),
                name.married() == null ? null : change.apply(name.married()));
    }
}
