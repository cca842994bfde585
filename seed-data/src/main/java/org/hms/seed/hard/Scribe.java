package org.hms.seed.hard;

import java.util.List;
import java.util.random.RandomGenerator;
import org.hms.seed.names.NameBook;
import org.hms.seed.names.Sex;
import org.hms.seed.people.Home;
import org.hms.seed.people.Territory;

/** Writes a person down the way one source would, faults included. */
record Scribe(NameBook names, Territory territory, Numbers numbers) {

    /** One in so many who take the cédula of another take the birth date from it too. */
    private static final int RELATIVES_BIRTH_DATE = 8;

    private static final List<String> PLACEHOLDERS =
            List.of("0", "9999999", "1111111", "1234567", "99999999", "S/N", "0000000");

    /** @param relative whose papers lie on the desk: mostly the own, sometimes those of another of the family */
    Row write(Kin kin, Kin relative, Source source, Chance chance) {
        var nameFaults = new NameFaults(names, chance, source);
        var home = chance.strikes(Fault.PLACE_CHANGED)
                ? territory.draw(chance.random())
                : kin.household().home();
        var dated = chance.random().nextInt(RELATIVES_BIRTH_DATE) == 0 ? relative : kin;
        var placed = !chance.strikes(Fault.PLACE_MISSING);
        return new Row(
                nameFaults.write(kin),
                sex(kin.sex(), chance),
                new DateFaults(chance).write(dated.birth()),
                cedula(relative, source, chance),
                phone(relative, chance),
                chance.strikes(Fault.MOTHER_MISSING)
                        ? ""
                        : nameFaults.mother(kin.mother().name()),
                placed ? home.district() : "",
                placed ? locality(home, chance) : "");
    }

    private static String sex(Sex sex, Chance chance) {
        if (chance.strikes(Fault.SEX_MISSING)) {
            return "";
        }
        var written = chance.strikes(Fault.SEX_WRONG) ? sex.other() : sex;
        return written == Sex.FEMALE ? "F" : "M";
    }

    private String cedula(Kin kin, Source source, Chance chance) {
        if (chance.strikes(Fault.PLACEHOLDER_CEDULA)) {
            return PLACEHOLDERS.get(chance.random().nextInt(PLACEHOLDERS.size()));
        }
        var mothers = kin.mother().cedula();
        var asked = source != Source.SOCIAL_SECURITY;
        if (kin.child() && mothers != null && chance.strikes(Fault.MOTHERS_CEDULA)) {
            return mothers;
        }
        var own = kin.papers().cedula();
        if (own == null || (asked && chance.strikes(Fault.CEDULA_MISSING))) {
            return "";
        }
        if (chance.strikes(Fault.STRANGERS_CEDULA)) {
            return numbers.strangers(own, chance.random());
        }
        return chance.strikes(Fault.CEDULA_MISTYPED) ? Slips.number(own, chance.random()) : own;
    }

    private static String phone(Kin kin, Chance chance) {
        if (chance.strikes(Fault.PHONE_MISSING)) {
            return "";
        }
        if (chance.strikes(Fault.PHONE_CHANGED)) {
            return Numbers.phone(chance.random());
        }
        var own = kin.papers().phone();
        return own == null || chance.strikes(Fault.HOUSEHOLD_PHONE)
                ? kin.household().phone()
                : own;
    }

    private static String locality(Home home, Chance chance) {
        var locality = home.locality();
        return locality == null || chance.strikes(Fault.LOCALITY_MISSING) ? "" : locality;
    }

    /** How badly a person is known wherever they go, whoever writes them down. */
    static double personCarelessness(RandomGenerator random) {
        return random.nextDouble() < 0.22 ? 1.8 : 0.78;
    }
}
