package org.hms.seed.people;

import java.time.LocalDate;
import java.util.List;
import org.hms.seed.names.NameBook;
import org.hms.seed.names.Sex;
import org.jspecify.annotations.Nullable;

/** Writes down one visit of a person the way its source would, errors included. */
final class RecordWriter {

    private final Mischance mischance;
    private final NameErrors names;
    private final BirthErrors births;
    private final IdentifierErrors identifiers;
    private final Territory territory;

    RecordWriter(Mischance mischance, Territory territory) {
        this.mischance = mischance;
        this.territory = territory;
        names = new NameErrors(NameBook.shipped(), mischance);
        births = new BirthErrors(mischance);
        identifiers = new IdentifierErrors(mischance);
    }

    SyntheticRecord write(Person person, Family family, Visits.Visit visit, String sourceRecordId) {
        var home = home(family.background().home());
        var birth = person.birth();
        var numbers = identifiers.write(person, visit);
        return new SyntheticRecord(
                visit.source(),
                sourceRecordId,
                person.id(),
                name(person, visit),
                sex(person.sex()),
                births.date(birth.date()),
                births.order(birth.order()),
                numbers,
                home == null ? null : home.department(),
                home == null ? null : home.district(),
                home == null || mischance.strikes(ErrorRates.LOCALITY_MISSING) ? null : home.locality(),
                phones(person),
                mischance.strikes(ErrorRates.MOTHER_MISSING) ? null : names.write(birth.mother()),
                deceased(person, visit.day()),
                visit.day());
    }

    private SyntheticName name(Person person, Visits.Visit visit) {
        if (visit.atBirth() && mischance.strikes(ErrorRates.NEWBORN_NAMED_AFTER_MOTHER)) {
            return names.newborn(person.birth().mother());
        }
        return names.write(person.name());
    }

    private String sex(Sex sex) {
        if (mischance.strikes(ErrorRates.SEX_UNKNOWN)) {
            return "unknown";
        }
        return (mischance.strikes(ErrorRates.SEX_WRONG) ? sex.other() : sex).code();
    }

    private @Nullable Home home(Home home) {
        if (mischance.strikes(ErrorRates.DISTRICT_MISSING)) {
            return null;
        }
        return mischance.strikes(ErrorRates.DISTRICT_CHANGED) ? territory.draw(mischance.random()) : home;
    }

    private List<String> phones(Person person) {
        if (mischance.strikes(ErrorRates.PHONE_MISSING)) {
            return List.of();
        }
        return List.of(
                mischance.strikes(ErrorRates.PHONE_CHANGED)
                        ? SyntheticNumbers.phone(mischance.random())
                        : person.phone());
    }

    private boolean deceased(Person person, LocalDate day) {
        return person.death() != null
                && !person.death().isAfter(day)
                && !mischance.strikes(ErrorRates.DEATH_NOT_REPORTED);
    }
}
