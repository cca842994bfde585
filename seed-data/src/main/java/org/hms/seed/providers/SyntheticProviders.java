package org.hms.seed.providers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hms.seed.FacilityList;
import org.hms.seed.FacilityRow;
import org.hms.seed.SeedData;
import org.hms.seed.SpecialtyRow;
import org.hms.seed.names.NameBook;
import org.hms.seed.names.Sex;
import org.hms.seed.names.Tradition;
import org.hms.seed.people.SyntheticName;

/**
 * Invented health professionals with licences, languages and one to three roles at facilities of the lists that ship. The
 * same seed makes the same people. One licence in eight has expired, so that the rules have something to find.
 */
public final class SyntheticProviders {

    /** How many professionals a first start loads. */
    public static final int USUAL_COUNT = 60;

    /** The day on which a licence is valid or not. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    private static final String NOT_DEFINED = "999";
    private static final double SPEAKS_GUARANI = 0.75;
    private static final double SPEAKS_PORTUGUESE = 0.2;
    private static final double EXPIRED = 0.125;
    private static final double ROLE_ENDED = 0.1;
    private static final int LICENCE_YEARS = 5;

    private final NameBook names = NameBook.shipped();
    private final List<FacilityRow> hospitals = SeedData.facilities(FacilityList.A);
    private final List<FacilityRow> facilities = SeedData.facilities();
    private final List<SpecialtyRow> specialties = SeedData.specialties().stream()
            .filter(specialty -> !specialty.code().equals(NOT_DEFINED))
            .toList();

    private SyntheticProviders() {}

    public static List<SyntheticPractitioner> of(long seed) {
        return of(seed, USUAL_COUNT);
    }

    public static List<SyntheticPractitioner> of(long seed, int count) {
        var providers = new SyntheticProviders();
        var random = new SplittableRandom(seed);
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> providers.practitioner(number, random.split()))
                .toList();
    }

    private SyntheticPractitioner practitioner(int number, SplittableRandom random) {
        var sex = random.nextBoolean() ? Sex.FEMALE : Sex.MALE;
        var specialty = specialties.get(random.nextInt(specialties.size())).code();
        return new SyntheticPractitioner(
                String.format(Locale.ROOT, "SP-%04d", number),
                name(sex, random),
                sex.code(),
                licence(number, random),
                specialty,
                languages(random),
                roles(specialty, random));
    }

    private SyntheticName name(Sex sex, SplittableRandom random) {
        var given = names.givenNames(Tradition.PARAGUAYAN, sex, random.nextInt(1956, 2000), random);
        var family = List.of(
                names.firstSurname(Tradition.PARAGUAYAN, random), names.secondSurname(Tradition.PARAGUAYAN, random));
        return new SyntheticName(given, family, null);
    }

    private static SyntheticLicence licence(int number, SplittableRandom random) {
        var days = random.nextInt(30, LICENCE_YEARS * 365 - 30);
        var expired = random.nextDouble() < EXPIRED;
        var from = TODAY.minusDays(expired ? LICENCE_YEARS * 366 + days : days);
        return new SyntheticLicence(
                String.format(Locale.ROOT, "SIN-%05d", number), from, from.plusYears(LICENCE_YEARS));
    }

    private static List<String> languages(SplittableRandom random) {
        var languages = new ArrayList<>(List.of("es-PY"));
        if (random.nextDouble() < SPEAKS_GUARANI) {
            languages.add("gn");
        }
        if (random.nextDouble() < SPEAKS_PORTUGUESE) {
            languages.add("pt-BR");
        }
        return languages;
    }

    /** The first role is at a hospital, the others anywhere; no facility twice. */
    private List<SyntheticRole> roles(String specialty, SplittableRandom random) {
        var places = new LinkedHashSet<String>();
        places.add(hospitals.get(random.nextInt(hospitals.size())).seedId());
        for (int more = random.nextInt(3); more > 0; more--) {
            places.add(facilities.get(random.nextInt(facilities.size())).seedId());
        }
        return places.stream().map(place -> role(place, specialty, random)).toList();
    }

    private static SyntheticRole role(String place, String specialty, SplittableRandom random) {
        var since = TODAY.minusDays(random.nextInt(60, 3000));
        var ended = random.nextDouble() < ROLE_ENDED;
        return new SyntheticRole(place, specialty, since, ended ? since.plusDays(45) : null);
    }
}
