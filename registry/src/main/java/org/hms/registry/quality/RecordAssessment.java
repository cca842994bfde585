package org.hms.registry.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.hms.matching.PersonMatcher;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Identifier;
import org.hms.registry.patient.IdentifierSystems;
import org.hms.registry.patient.SourceRecord;
import org.hms.registry.patient.SourceSystem;
import org.hms.registry.patient.SourceSystem.Sector;
import org.hms.registry.quality.RecordFindings.Reason;
import org.hms.rules.quality.PersonFacts;
import org.jspecify.annotations.Nullable;

/** Tells what one record lacks: a pure function of the record, of the day it came and of the day its first version came. */
public final class RecordAssessment {

    private final PersonMatcher matcher;
    private final Predicate<String> knownDistrict;

    /** @param knownDistrict tells the INE codes of the districts that there are */
    public RecordAssessment(PersonMatcher matcher, Predicate<String> knownDistrict) {
        this.matcher = matcher;
        this.knownDistrict = knownDistrict;
    }

    /** @param sources by their id */
    public RecordFindings assess(SourceRecord record, Instant firstReceived, Map<String, SourceSystem> sources) {
        var person = matcher.standardise(record.demographics());
        var facts = PersonFacts.of(person, day(record.receivedAt()));
        Predicate<Identifier> isDocument = identifier -> isDocument(identifier, record, sources);
        boolean documented = person.identifiers().stream().anyMatch(isDocument);
        boolean documentStated = record.demographics().identifiers().stream().anyMatch(isDocument);

        var codes = new Codes();
        codes.add(Indicator.RECORD, true);
        codes.add(Indicator.MINOR, facts.minor());
        codes.essential(Indicator.IDENTIFIER, documentStated, documented);
        name(record.demographics(), facts, codes);
        birthDate(facts, codes);
        codes.essential(Indicator.SEX, facts.sexKnown(), true);
        district(record.demographics(), codes);
        if (facts.minor()) {
            boolean stated = record.demographics().birth().mother() != null;
            codes.essential(Indicator.MOTHER, stated, facts.motherKnown());
        }
        codes.essential(
                Indicator.PHONE,
                !record.demographics().phones().isEmpty(),
                !person.phones().isEmpty());
        codes.add(Indicator.UNLINKABLE.missing(), !documented && !describesSomeone(person, facts));
        codes.add(Indicator.PLACEHOLDER.missing(), hasPlaceholder(record.demographics(), facts));
        return new RecordFindings(
                usableDistrict(record.demographics()),
                codes.ascending(),
                documented,
                documented ? null : reason(record, person, firstReceived, sources));
    }

    /** The codes that stand on one record. */
    private static final class Codes {
        private final TreeSet<Integer> codes = new TreeSet<>();

        void add(int code, boolean stands) {
            if (stands) {
                codes.add(code);
            }
        }

        void essential(Indicator indicator, boolean stated, boolean usable) {
            add(indicator.missing(), !stated);
            add(indicator.invalid(), stated && !usable);
        }

        List<Integer> ascending() {
            return List.copyOf(codes);
        }
    }

    /** A number that somebody other than a health record system gives: a cédula, a passport, a neighbour's number. */
    private static boolean isDocument(Identifier identifier, SourceRecord record, Map<String, SourceSystem> sources) {
        var system = identifier.system();
        return !system.equals(record.key().system())
                && !system.equals(IdentifierSystems.ENTERPRISE_ID)
                && sources.values().stream()
                        .noneMatch(source -> source.identifierSystem().equals(system));
    }

    private static void name(Demographics said, PersonFacts facts, Codes codes) {
        boolean given =
                said.names().stream().anyMatch(name -> name.given().stream().anyMatch(RecordAssessment::isText));
        long families = said.names().stream()
                .mapToLong(name ->
                        name.family().stream().filter(RecordAssessment::isText).count())
                .max()
                .orElse(0);
        codes.essential(Indicator.NAME, given, facts.givenPresent() && !facts.newborn());
        codes.essential(Indicator.SURNAMES, families >= 2, facts.surnames() >= 2);
    }

    private static void birthDate(PersonFacts facts, Codes codes) {
        boolean usable = facts.birthDateUsable() && !facts.birthDateInFuture() && !facts.olderThanAnyone();
        codes.essential(Indicator.BIRTH_DATE, facts.birthDateStated(), usable);
    }

    private void district(Demographics said, Codes codes) {
        var residence = said.residence();
        boolean stated = residence != null && residence.district() != null && isText(residence.district());
        codes.essential(Indicator.DISTRICT, stated, !usableDistrict(said).isEmpty());
    }

    private String usableDistrict(Demographics said) {
        var residence = said.residence();
        if (residence == null || residence.district() == null) {
            return "";
        }
        return knownDistrict.test(residence.district()) ? residence.district() : "";
    }

    private static boolean describesSomeone(ComparablePerson person, PersonFacts facts) {
        boolean named = facts.namePresent() && (!facts.newborn() || facts.motherKnown());
        return named && person.birthDate() != null;
    }

    private static boolean hasPlaceholder(Demographics said, PersonFacts facts) {
        boolean name = !said.names().isEmpty() && !facts.namePresent();
        boolean date = facts.birthDateStated() && !facts.birthDateUsable();
        return facts.newborn() || facts.identifierFiller() || name || date;
    }

    /** Whether someone is a minor is asked as of the first version, so that nobody stops being provisional by growing up. */
    private static @Nullable Reason reason(
            SourceRecord record, ComparablePerson person, Instant firstReceived, Map<String, SourceSystem> sources) {
        var source = sources.get(record.source());
        boolean minor = PersonFacts.of(person, day(firstReceived)).minor();
        if (source != null && source.sector() == Sector.IPS && minor) {
            return Reason.IPS_CHILD;
        }
        return person.newborn() ? Reason.NEWBORN : null;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static boolean isText(String text) {
        return !text.isBlank();
    }
}
