package org.hms.registry.quality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Identifier;
import org.hms.matching.person.PartialDate;
import org.hms.matching.person.PersonName;
import org.hms.matching.person.Residence;
import org.hms.matching.person.Sex;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.patient.IncomingRecord;
import org.hms.registry.patient.RecordKey;
import org.jspecify.annotations.Nullable;

/**
 * Records of invented people as careless sources send them: new, revised, moved to another person, withdrawn and brought
 * back, with values missing, of no use and of habit. The same seed feeds the same.
 */
public final class RandomFeed {

    public static final List<String> SOURCES = List.of("mspbs-his", "ips", "private-net", "border-hospital");
    public static final List<String> DISTRICTS = List.of("0101", "0703", "1101");

    private static final String[] GIVEN = {"Elva", "Ramón", "Ña Petrona", "Hugo", "Liz", "Arnaldo", "Mirta", "Isabel"};
    private static final String[] FAMILY = {"Vera", "Rojas", "Ovelar", "Insfrán", "Báez", "Cabañas", "Ullón", "Godoy"};
    private static final String CEDULA = "https://registry.hms.gov.py/id/cedula";
    private static final int PEOPLE = 25;

    private final Random random;
    private final Map<RecordKey, Integer> fed = new LinkedHashMap<>();
    private int numbers;

    public RandomFeed(long seed) {
        this.random = new Random(seed);
    }

    public static String systemOf(String source) {
        return "https://registry.hms.gov.py/id/source/" + source;
    }

    /** The next few records, no record twice. */
    public List<IncomingRecord> group() {
        var group = new ArrayList<IncomingRecord>();
        var keys = new HashSet<RecordKey>();
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            var next = next();
            if (keys.add(next.key())) {
                group.add(next);
            }
        }
        return group;
    }

    private IncomingRecord next() {
        boolean known = !fed.isEmpty() && random.nextInt(3) == 0;
        var key = known ? List.copyOf(fed.keySet()).get(random.nextInt(fed.size())) : newKey();
        int person = known && random.nextInt(4) > 0 ? fed.getOrDefault(key, 0) : random.nextInt(PEOPLE);
        fed.put(key, person);
        var source = key.system().substring(key.system().lastIndexOf('/') + 1);
        var caller = new Caller("test", Role.SYSTEM, source, null, Caller.TREATMENT);
        boolean active = random.nextInt(6) > 0;
        var facility = random.nextInt(3);
        var content = facility == 0
                ? "{\"said\":" + random.nextInt() + "}"
                : "{\"said\":" + random.nextInt() + ",\"managingOrganization\":{\"reference\":\"Organization/f"
                        + facility + "\"}}";
        return new IncomingRecord(caller, source, key, active, said(person, key), content);
    }

    private RecordKey newKey() {
        return new RecordKey(systemOf(SOURCES.get(random.nextInt(SOURCES.size()))), "n" + numbers++);
    }

    private Demographics said(int person, RecordKey key) {
        var identifiers = new ArrayList<Identifier>();
        identifiers.add(new Identifier(key.system(), key.value()));
        switch (random.nextInt(6)) {
            case 0 -> {}
            case 1 -> identifiers.add(new Identifier(CEDULA, "9999999"));
            default -> identifiers.add(new Identifier(CEDULA, Integer.toString(3_120_457 + 7_919 * person)));
        }
        return new Demographics(
                names(person),
                random.nextInt(5) == 0 ? Sex.UNKNOWN : person % 2 == 0 ? Sex.FEMALE : Sex.MALE,
                birth(person),
                identifiers,
                residence(person),
                random.nextInt(3) == 0
                        ? List.of()
                        : List.of(random.nextInt(4) == 0 ? "000" : "0981" + (400_123 + person)),
                random.nextInt(30) == 0);
    }

    private List<PersonName> names(int person) {
        var father = FAMILY[person % FAMILY.length];
        var mother = FAMILY[(person / FAMILY.length + 3) % FAMILY.length];
        return switch (random.nextInt(10)) {
            case 0 -> List.of(PersonName.of("RN", father, mother));
            case 1 -> List.of(PersonName.of(GIVEN[person % GIVEN.length], father));
            case 2 -> List.of(new PersonName(List.of(), List.of(father, mother), null));
            default -> List.of(PersonName.of(GIVEN[person % GIVEN.length], father, mother));
        };
    }

    private Birth birth(int person) {
        var date = switch (random.nextInt(10)) {
            case 0 -> null;
            case 1 -> PartialDate.parse("2199-01-01");
            default -> new PartialDate(person % 3 == 0 ? 2022 : 1950 + person, 1 + person % 12, 2 + person % 26);
        };
        return new Birth(date, null, random.nextBoolean() ? PersonName.of("Petrona", FAMILY[person % 5]) : null);
    }

    private @Nullable Residence residence(int person) {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> new Residence(null, "9999", null);
            default -> {
                var district = DISTRICTS.get(person % DISTRICTS.size());
                yield new Residence(district.substring(0, 2), district, null);
            }
        };
    }
}
