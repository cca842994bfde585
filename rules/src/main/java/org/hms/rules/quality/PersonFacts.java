package org.hms.rules.quality;

import java.time.LocalDate;
import org.hms.matching.normalise.ComparableName;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.normalise.IdentifierSystem;
import org.hms.matching.person.Sex;

/** What the quality rules may know of a person: facts, as of a given day. */
public record PersonFacts(
        boolean namePresent,
        boolean givenPresent,
        boolean newborn,
        int surnames,
        boolean birthDateStated,
        boolean birthDateUsable,
        boolean birthDateEstimated,
        boolean birthDateInFuture,
        boolean olderThanAnyone,
        boolean minor,
        boolean motherKnown,
        boolean birthOrderKnown,
        boolean identifierPresent,
        boolean identifierFiller,
        boolean checkDigitWrong,
        boolean phoneDropped,
        boolean sexKnown) {
    private static final int OLDEST = 120;
    private static final int OF_AGE = 18;

    public static PersonFacts of(ComparablePerson person, LocalDate today) {
        var said = person.demographics();
        var stated = said.birth().date();
        var usable = person.birthDate();
        int age = stated == null ? 0 : today.getYear() - stated.year();
        boolean inFuture = stated != null && stated.isAfter(today);
        long mistyped = said.identifiers().stream()
                .distinct()
                .filter(IdentifierSystem::isMistyped)
                .count();
        return new PersonFacts(
                !person.names().isEmpty(),
                person.names().stream().anyMatch(name -> !name.given().isEmpty()),
                person.newborn(),
                person.names().stream().mapToInt(PersonFacts::surnames).max().orElse(0),
                stated != null,
                usable != null || inFuture,
                usable != null && usable.isFirstOfJanuary(),
                inFuture,
                age > OLDEST,
                stated != null && age < OF_AGE,
                person.mother() != null,
                said.birth().order() != null,
                !person.identifiers().isEmpty(),
                person.identifiers().size() + mistyped
                        < said.identifiers().stream().distinct().count(),
                mistyped > 0,
                person.phones().size() < said.phones().stream().distinct().count(),
                said.sex() != Sex.UNKNOWN);
    }

    private static int surnames(ComparableName name) {
        return name.family().each().size();
    }
}
