package org.hms.registry.patient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Identifier;
import org.hms.matching.person.PartialDate;
import org.hms.matching.person.PersonName;
import org.hms.matching.person.Residence;
import org.hms.matching.person.Sex;
import org.hms.registry.patient.GoldenRecord.GoldenValue;
import org.hms.rules.survivorship.Chosen;
import org.hms.rules.survivorship.ClaimedValue;
import org.hms.rules.survivorship.SurvivorshipPolicy;
import org.jspecify.annotations.Nullable;

/** Computes golden records: each field's best claim wins by the survivorship rules, identifiers and phones are gathered. */
final class GoldenRecords {

    private static final int UNKNOWN_SOURCE_RANK = 99;

    private static final String NAME = "name";

    private final SurvivorshipPolicy policy;
    private final Predicate<Demographics> unnamed;

    /** @param unnamed tells a newborn's placeholder ("RN de …"), which no authority makes a name once there is one */
    GoldenRecords(SurvivorshipPolicy policy, Predicate<Demographics> unnamed) {
        this.policy = policy;
        this.unnamed = unnamed;
    }

    /** What a field is and how a record states it; an absent value claims nothing. */
    private record Field(String name, Function<Demographics, @Nullable Object> value) {}

    private static final List<Field> FIELDS = List.of(
            new Field(
                    "name", said -> said.names().isEmpty() ? null : said.names().getFirst()),
            new Field("sex", said -> said.sex() == Sex.UNKNOWN ? null : said.sex()),
            new Field("birthDate", said -> said.birth().date()),
            new Field("birthOrder", said -> said.birth().order()),
            new Field("mother", said -> said.birth().mother()),
            new Field("residence", Demographics::residence),
            new Field("deceased", said -> said.deceased() ? Boolean.TRUE : null));

    GoldenRecord of(
            String eid, int version, Collection<SourceRecord> members, Map<String, SourceSystem> sources, Instant at) {
        var byId = new TreeMap<String, SourceRecord>();
        // A record that its source has withdrawn speaks only where nobody else does.
        boolean anyActive = members.stream().anyMatch(SourceRecord::active);
        members.stream()
                .filter(member -> member.active() || !anyActive)
                .forEach(member -> byId.put(member.id(), member));
        var chosen = policy.choose(claims(byId.values(), sources));
        var provenance = new ArrayList<GoldenValue>();
        FIELDS.stream()
                .map(field -> chosen.get(field.name()))
                .filter(Objects::nonNull)
                .map(GoldenRecords::provenance)
                .forEach(provenance::add);
        provenance.addAll(gathered("identifier", byId.values(), Demographics::identifiers));
        provenance.addAll(gathered("phone", byId.values(), Demographics::phones));
        return new GoldenRecord(eid, version, demographics(chosen, byId), provenance, at);
    }

    private List<ClaimedValue> claims(Collection<SourceRecord> records, Map<String, SourceSystem> sources) {
        boolean named = records.stream().anyMatch(record -> !unnamed.test(record.demographics()));
        var claims = new ArrayList<ClaimedValue>();
        for (var record : records) {
            for (var field : FIELDS) {
                var value = field.value().apply(record.demographics());
                boolean placeholder = field.name().equals(NAME) && named && unnamed.test(record.demographics());
                if (value != null && !placeholder) {
                    claims.add(claim(field.name(), value.toString(), record, sources.get(record.source())));
                }
            }
        }
        return claims;
    }

    private ClaimedValue claim(String field, String value, SourceRecord record, @Nullable SourceSystem source) {
        int trust = source == null ? UNKNOWN_SOURCE_RANK : source.trustRank();
        return new ClaimedValue(
                field,
                value,
                record.id(),
                record.version(),
                policy.authorities().rankOf(field, record.source(), trust),
                bearsIdentityDocument(record),
                record.receivedAt());
    }

    /** Data that came with a document number of any system but the source's own were read from that document. */
    private static boolean bearsIdentityDocument(SourceRecord record) {
        return record.demographics().identifiers().stream()
                .anyMatch(identifier -> !identifier.system().equals(record.key().system()));
    }

    private static GoldenValue provenance(Chosen chosen) {
        var claim = chosen.claim();
        return new GoldenValue(claim.field(), claim.sourceRecord(), claim.version(), chosen.ruleId());
    }

    /** For each value that is gathered, in the order of the values, the first record that states it. */
    private static List<GoldenValue> gathered(
            String field, Collection<SourceRecord> records, Function<Demographics, List<?>> values) {
        var said = new LinkedHashMap<Object, GoldenValue>();
        for (var record : records) {
            var value = new GoldenValue(field, record.id(), record.version(), SurvivorshipPolicy.GATHERED);
            values.apply(record.demographics()).forEach(one -> said.putIfAbsent(one, value));
        }
        return List.copyOf(said.values());
    }

    private static Demographics demographics(Map<String, Chosen> chosen, Map<String, SourceRecord> members) {
        var winner = new Winner(chosen, members);
        var identifiers = new LinkedHashSet<Identifier>();
        var phones = new LinkedHashSet<String>();
        for (var record : members.values()) {
            identifiers.addAll(record.demographics().identifiers());
            phones.addAll(record.demographics().phones());
        }
        var name = (PersonName) winner.of(0);
        var sex = (Sex) winner.of(1);
        return new Demographics(
                name == null ? List.of() : List.of(name),
                sex == null ? Sex.UNKNOWN : sex,
                new Birth((PartialDate) winner.of(2), (Integer) winner.of(3), (PersonName) winner.of(4)),
                List.copyOf(identifiers),
                (Residence) winner.of(5),
                List.copyOf(phones),
                winner.of(6) != null);
    }

    /** Reads the chosen field from the record whose claim won. */
    private record Winner(Map<String, Chosen> chosen, Map<String, SourceRecord> members) {
        @Nullable
        Object of(int field) {
            var choice = chosen.get(FIELDS.get(field).name());
            if (choice == null) {
                return null;
            }
            var record = Objects.requireNonNull(members.get(choice.claim().sourceRecord()));
            return FIELDS.get(field).value().apply(record.demographics());
        }
    }
}
