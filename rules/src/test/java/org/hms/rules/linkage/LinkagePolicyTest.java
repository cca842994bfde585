package org.hms.rules.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.hms.matching.PersonMatcher;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Identifier;
import org.hms.matching.person.PartialDate;
import org.hms.matching.person.PersonName;
import org.hms.matching.person.Sex;
import org.hms.matching.score.MatchModel;
import org.hms.matching.score.MatchScore;
import org.junit.jupiter.api.Test;

/** Each guard by two people who set it off; "given | surnames | key=value …", one person a line. */
final class LinkagePolicyTest {
    private static final PersonMatcher MATCHER =
            new PersonMatcher(MatchModel.read(Path.of("../config/match-model.yml")));
    private static final LinkagePolicy POLICY = new LinkagePolicy();
    private static final String CEDULA = "https://registry.hms.gov.py/id/cedula";

    @Test
    void whereNoGuardSpeaksTheScoreDecides() {
        assertThat(verdict("""
                Ana María|Benítez Vera|born=1990-03-05 sex=F cedula=2345671
                Ana|Benítez|born=1990-03-05 sex=F cedula=2345671
                """)).isEqualTo(Verdict.NOTHING_AGAINST);
    }

    @Test
    void twinsWithTheirOwnNamesAreKeptApart() {
        assertSpeaks(Action.VETO, "LINK-01", """
                Juan|Zárate Ojeda|born=1999-11-02 sex=M mother=Rosa phone=0981123456
                Hugo|Zárate Ojeda|born=1999-11-02 sex=M mother=Rosa phone=0981123456
                """);
    }

    @Test
    void twinsWhoseMotherIsNotKnownOrWhoShareAGivenNameGoToASteward() {
        assertSpeaks(Action.REVIEW, "LINK-02", """
                María José|Zárate Ojeda|born=1999-11-02 sex=F mother=Rosa phone=0981123456
                María Elena|Zárate Ojeda|born=1999-11-02 sex=F mother=Rosa phone=0981123456
                """);
    }

    @Test
    void newbornTwinsAreToldApartByTheirOrder() {
        assertSpeaks(Action.VETO, "LINK-03", """
                RN de Rosa|Zárate Ojeda|born=2026-02-03 order=1 mother=Rosa phone=0981123456
                RN de Rosa|Zárate Ojeda|born=2026-02-03 order=2 mother=Rosa phone=0981123456
                """);
    }

    @Test
    void anotherBirthOrderAloneGoesToASteward() {
        assertSpeaks(Action.REVIEW, "LINK-04", """
                Juan|Zárate Ojeda|born=1999-11-02 order=1
                Juan|Zárate Ojeda|born=1999-11-02 order=2
                """);
    }

    @Test
    void aNewbornWithoutANameIsNotLinkedByItsMotherAlone() {
        assertSpeaks(Action.REVIEW, "LINK-05", """
                RN|Zárate Ojeda|born=2026-02-03 mother=Rosa phone=0981123456
                Juan|Zárate Ojeda|born=2026-02-03 mother=Rosa phone=0981123456
                """);
    }

    @Test
    void aNewbornIsKnownByMotherDateAndOrder() {
        assertThat(verdict("""
                RN|Zárate Ojeda|born=2026-02-03 order=1 mother=Rosa phone=0981123456
                Juan|Zárate Ojeda|born=2026-02-03 order=1 mother=Rosa phone=0981123456
                """)).isEqualTo(Verdict.NOTHING_AGAINST);
    }

    @Test
    void aMothersDocumentOnHerChildrenDoesNotMakeThemOne() {
        assertSpeaks(Action.VETO, "LINK-06", """
                Juan|Zárate Ojeda|born=1999-11-02 cedula=2345671 mother=Rosa phone=0981123456
                Hugo|Zárate Ojeda|born=2004-02-28 cedula=2345671 mother=Rosa phone=0981123456
                """);
    }

    @Test
    void fatherAndSonOfOneNameAreKeptApart() {
        assertSpeaks(Action.VETO, "LINK-07", """
                Juan Wenceslao|Zárate Ojeda|born=1960-11-02 sex=M cedula=2345671
                Juan Wenceslao|Zárate Ojeda|born=1988-02-28 sex=M cedula=2345671
                """);
    }

    @Test
    void anotherSexGoesToAStewardUnlessTheDocumentAgrees() {
        assertSpeaks(Action.REVIEW, "LINK-08", """
                Arasy|Zárate Ojeda|born=1999-11-02 sex=M
                Arasy|Zárate Ojeda|born=1999-11-02 sex=F
                """);
        assertThat(verdict("""
                Arasy|Zárate Ojeda|born=1999-11-02 sex=M cedula=2345671
                Arasy|Zárate Ojeda|born=1999-11-02 sex=F cedula=2345671
                """)).isEqualTo(Verdict.NOTHING_AGAINST);
    }

    @Test
    void twoDocumentsOfOneKindGoToASteward() {
        assertSpeaks(Action.REVIEW, "LINK-09", """
                Juan|Zárate Ojeda|born=1999-11-02 sex=M cedula=2345671 phone=0981123456
                Juan|Zárate Ojeda|born=1999-11-02 sex=M cedula=4111222 phone=0981123456
                """);
    }

    @Test
    void aSharedPhoneDoesNotMakeAFamilyOnePerson() {
        assertSpeaks(Action.REVIEW, "LINK-10", """
                Juan|Zárate Ojeda|sex=M cedula=2345671 phone=0981123456
                Hugo|Zárate Ojeda|sex=M cedula=2345671 phone=0981123456
                """);
    }

    @Test
    void theDeadAreNotLinkedToTheLivingByLikenessAlone() {
        assertSpeaks(Action.REVIEW, "LINK-11", """
                Juan|Zárate Ojeda|born=1960-11-02 sex=M phone=0981123456 mother=Rosa dead=yes
                Juan|Zárate Ojeda|born=1960-11-03 sex=M phone=0981123456 mother=Rosa
                """);
    }

    @Test
    void givenNamesWithNothingInCommonGoToASteward() {
        assertSpeaks(Action.REVIEW, "LINK-12", """
                Juan|Zárate Ojeda|born=1999-11-02 sex=M
                Hugo|Zárate Ojeda|born=1999-11-02 sex=M
                """);
    }

    @Test
    void aMissingGivenNameGoesToASteward() {
        assertSpeaks(Action.REVIEW, "LINK-13", """
                Juan|Zárate Ojeda|born=1999-11-02 sex=M
                NN|Zárate Ojeda|born=1999-11-02 sex=M
                """);
    }

    @Test
    void aDocumentAcrossAGenerationGoesToASteward() {
        assertSpeaks(Action.REVIEW, "LINK-14", """
                Juan|Zárate Ojeda|born=1960-11-02 sex=M cedula=2345671 mother=Rosa
                Juan Hugo|Zárate Ojeda|born=1988-02-28 sex=M cedula=2345671 mother=Rosa
                """);
    }

    @Test
    void onlyGuardedPairsAreAskedAboutAndNoRuleIsMissedByThat() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var facts = facts(random);
            if (!facts.isGuarded() && facts.likely()) {
                assertThat(LinkagePolicy.fire(facts)).isEqualTo(Verdict.NOTHING_AGAINST);
            }
        }
    }

    @Test
    void manyThreadsGetTheVerdictsOfOne() throws Exception {
        var random = new Random(11);
        var pairs = new ArrayList<ComparedPair>();
        for (int i = 0; i < 300; i++) {
            pairs.add(facts(random));
        }
        var alone = pairs.stream().map(POLICY::judge).toList();
        var fresh = new LinkagePolicy();
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<List<Verdict>> judging =
                    () -> pairs.stream().map(fresh::judge).toList();
            for (var verdicts : threads.invokeAll(List.of(judging, judging, judging, judging))) {
                assertThat(verdicts.get()).isEqualTo(alone);
            }
        }
    }

    private static ComparedPair facts(Random r) {
        return new ComparedPair(
                r.nextInt(4) > 0,
                r.nextBoolean(),
                rarely(r),
                rarely(r),
                rarely(r),
                r.nextBoolean(),
                r.nextBoolean(),
                r.nextBoolean(),
                rarely(r),
                r.nextBoolean(),
                r.nextBoolean(),
                r.nextBoolean(),
                rarely(r),
                rarely(r),
                rarely(r),
                r.nextBoolean(),
                rarely(r),
                r.nextBoolean(),
                rarely(r));
    }

    private static boolean rarely(Random random) {
        return random.nextInt(9) == 0;
    }

    private static void assertSpeaks(Action action, String rule, String people) {
        var verdict = verdict(people);

        assertThat(verdict.rules()).extracting(FiredRule::id).contains(rule);
        assertThat(verdict.action()).isEqualTo(action);
        assertThat(verdict.rules())
                .allSatisfy(fired -> assertThat(fired.sentence()).isNotBlank());
    }

    private static Verdict verdict(String people) {
        var both = people.lines().map(LinkagePolicyTest::person).toList();
        var score = score(both.getFirst(), both.getLast());
        var verdict = POLICY.judge(ComparedPair.of(both.getFirst(), both.getLast(), score));
        assertThat(POLICY.judge(
                        ComparedPair.of(both.getLast(), both.getFirst(), score(both.getLast(), both.getFirst()))))
                .isEqualTo(verdict);
        return verdict;
    }

    private static MatchScore score(ComparablePerson left, ComparablePerson right) {
        return MATCHER.score(left, right);
    }

    private static ComparablePerson person(String line) {
        var cells = line.strip().split("\\|");
        Map<String, String> known = new HashMap<>();
        Arrays.stream(cells[2].split(" ")).map(pair -> pair.split("=")).forEach(pair -> known.put(pair[0], pair[1]));
        var born = known.get("born");
        var order = known.get("order");
        var mother = known.get("mother");
        var cedula = known.get("cedula");
        var phone = known.get("phone");
        return MATCHER.standardise(new Demographics(
                List.of(PersonName.of(cells[0], cells[1].split(" "))),
                "F".equals(known.get("sex")) ? Sex.FEMALE : "M".equals(known.get("sex")) ? Sex.MALE : Sex.UNKNOWN,
                new Birth(
                        born == null ? null : PartialDate.parse(born),
                        order == null ? null : Integer.valueOf(order),
                        mother == null ? null : PersonName.of(mother, "Ojeda")),
                cedula == null ? List.of() : List.of(new Identifier(CEDULA, cedula)),
                null,
                phone == null ? List.of() : List.of(phone),
                known.containsKey("dead")));
    }
}
