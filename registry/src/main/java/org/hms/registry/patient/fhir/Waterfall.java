package org.hms.registry.patient.fhir;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hms.registry.patient.MatchedPerson;

/** Why a person was found: prior + parts = total, in bits, the level each field reached, and the rules that spoke. */
final class Waterfall {

    static final String URL = "https://registry.hms.gov.py/fhir/StructureDefinition/match-waterfall";
    private static final String MATCH_GRADE = "http://hl7.org/fhir/StructureDefinition/match-grade";

    private Waterfall() {}

    /** The match probability, to six digits. */
    static double score(MatchedPerson person) {
        return BigDecimal.valueOf(person.probability())
                .setScale(6, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    static Extension grade(MatchedPerson person) {
        return new Extension(MATCH_GRADE, new CodeType(person.grade().code()));
    }

    /** References are absolute: what stands beside an entry of a Bundle has no full URL to start from. */
    static Extension of(MatchedPerson person, String base) {
        var judged = person.decisive();
        var waterfall = new Extension(URL);
        waterfall.addExtension("prior", bits(judged.score().priorWeight()));
        for (var part : judged.score().parts()) {
            var step = new Extension("part");
            step.addExtension("comparison", new CodeType(part.comparison()));
            step.addExtension("level", new CodeType(part.level()));
            step.addExtension("weight", bits(part.weight()));
            step.addExtension("termFrequencyAdjustment", bits(part.termFrequencyAdjustment()));
            waterfall.addExtension(step);
        }
        waterfall.addExtension("total", bits(judged.score().weight()));
        waterfall.addExtension("byMember", bits(person.byMember().score().weight()));
        waterfall.addExtension("byGolden", bits(person.byGolden().score().weight()));
        waterfall.addExtension("bestRecord", new Reference(base + "/Patient/" + person.bestRecord()));
        for (var rule : judged.verdict().rules()) {
            var fired = new Extension("rule");
            fired.addExtension("id", new CodeType(rule.id()));
            fired.addExtension("sentence", new StringType(rule.sentence()));
            waterfall.addExtension(fired);
        }
        return waterfall;
    }

    private static DecimalType bits(double weight) {
        return new DecimalType(BigDecimal.valueOf(weight));
    }
}
