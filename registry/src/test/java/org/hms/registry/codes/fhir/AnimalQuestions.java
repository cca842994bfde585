package org.hms.registry.codes.fhir;

import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.PropertyType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;

/** Questions that bring a little code system along. */
final class AnimalQuestions {
    static final String SYSTEM = "http://example.org/animals";

    private AnimalQuestions() {}

    static Parameters question() {
        var question = new Parameters();
        question.addParameter().setName("tx-resource").setResource(system());
        return question;
    }

    static CodeSystem system() {
        var system = new CodeSystem().setUrl(SYSTEM).setVersion("1").setContent(CodeSystemContentMode.COMPLETE);
        system.addProperty().setCode("legs").setType(PropertyType.STRING);
        var bird = concept("bird", "2").addConcept(concept("owl", "2"));
        system.addConcept(concept("vertebrate", null).addConcept(bird).addConcept(concept("cow", "4")));
        return system;
    }

    private static ConceptDefinitionComponent concept(String code, String legs) {
        var concept = new ConceptDefinitionComponent().setCode(code).setDisplay("The " + code);
        if (legs != null) {
            concept.addProperty().setCode("legs").setValue(new StringType(legs));
        }
        return concept;
    }
}
