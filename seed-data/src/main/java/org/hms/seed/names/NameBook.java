package org.hms.seed.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The names that ship, ready to be drawn from. Every draw takes its randomness from the caller, so that the same seed
 * yields the same names; the book itself never changes and may be shared between threads.
 */
public final class NameBook {

    private static final double SECOND_GIVEN_NAME = 0.68;
    private static final int TRIES = 6;

    private final Surnames surnames;
    private final GivenNames paraguayan;
    private final GivenNames brazilian;
    private final Nicknames nicknames;

    private NameBook() {
        surnames = new Surnames();
        nicknames = new Nicknames();
        paraguayan = new GivenNames(List.of(
                new GivenNames.Stock(GivenName.load("given-names-spain"), 0.60),
                new GivenNames.Stock(GivenName.load("given-names-paraguay"), 0.36),
                new GivenNames.Stock(GivenName.load("given-names-guarani"), 0.04)));
        brazilian = new GivenNames(List.of(new GivenNames.Stock(GivenName.load("given-names-brazil"), 1)));
    }

    private static final class Shipped {
        static final NameBook BOOK = new NameBook();
    }

    /** The book made from the data sets that ship; read once. */
    public static NameBook shipped() {
        return Shipped.BOOK;
    }

    public String firstSurname(Tradition tradition, RandomGenerator random) {
        return surnames.first(tradition, random);
    }

    public String secondSurname(Tradition tradition, RandomGenerator random) {
        return surnames.second(tradition, random);
    }

    /** One or two given names, as was usual for those born in that year: María Elena, Juan Carlos, Derlis. */
    public List<String> givenNames(Tradition tradition, Sex sex, int birthYear, RandomGenerator random) {
        var stock = tradition == Tradition.BRAZILIAN ? brazilian : paraguayan;
        var names = new ArrayList<>(stock.draw(sex, birthYear, random));
        if (names.size() == 1 && random.nextDouble() < SECOND_GIVEN_NAME) {
            for (int i = 0; i < TRIES && names.size() == 1; i++) {
                var second = stock.draw(sex, birthYear, random);
                if (second.size() == 1 && !names.contains(second.getFirst())) {
                    names.addAll(second);
                }
            }
        }
        return List.copyOf(names);
    }

    /** A short form of the name, where one is known. */
    public Optional<String> nickname(String givenName, RandomGenerator random) {
        return nicknames.draw(givenName, random);
    }
}
