package org.hms.registry.job.remote;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Parameters;
import org.hms.registry.job.SyntheticPeople;
import org.hms.seed.people.Population;
import org.hms.seed.people.SyntheticRecord;

/** What a day at the registry is made of, played on invented people: they are fed, asked for, and codes and places with them. */
public final class Rehearsal {

    private static final long SEED = 20260515;
    private static final String LEXICON = "https://registry.hms.gov.py/fhir/CodeSystem/guarani-health-lexicon";

    /** Asked once for each of the people, in turn. */
    private static final List<String> OTHER_QUESTIONS = List.of(
            "/fhir/Location?near=-25.39%7C-57.35%7C10%7Ckm",
            "/fhir/Location?name=santa&_count=20",
            "/fhir/Organization?type=facility&_count=5",
            "/fhir/Practitioner?name=gonzalez",
            "/api/v1/terms?q=hasy+che+ak%C3%A3",
            "/api/v1/terms?q=dolor+de+pan&count=8",
            "/fhir/CodeSystem/$lookup?code=GN0089&system=" + LEXICON,
            "/fhir/CodeSystem/$validate-code?code=GN0089&url=" + LEXICON,
            "/fhir/ValueSet/$expand?count=10&filter=dol&url=" + LEXICON + "?fhir_vs",
            "/fhir/ConceptMap/$translate?code=GN0089&system=" + LEXICON,
            "/fhir/Patient?family=gonzalez&_count=10",
            "/api/v1/changes?since=0",
            "/fhir/metadata");

    private final ServiceClient service;
    private final FhirContext fhir = FhirContext.forR4Cached();

    public Rehearsal(ServiceClient service) {
        this.service = service;
    }

    /**
     * Plays it with so many people.
     *
     * @return how many requests were answered as they should be
     * @throws ServiceClient.ServiceUnreachable if no service answers there
     */
    public int play(int people) throws InterruptedException {
        int answered = new PeopleLoader(service).load(SEED, people, () -> {}).accepted();
        var records = new ArrayList<SyntheticRecord>();
        try (var all = Population.of(SEED, people).records()) {
            all.forEach(records::add);
        }
        for (int i = 0; i < records.size(); i++) {
            var record = records.get(i);
            answered += count(match(record)) + count(otherIdentifiers(record));
            answered += count(ask(OTHER_QUESTIONS.get(i % OTHER_QUESTIONS.size())));
        }
        return answered;
    }

    private static int count(ServiceClient.Answer answer) {
        return answer.ok() ? 1 : 0;
    }

    private ServiceClient.Answer match(SyntheticRecord record) throws InterruptedException {
        var question = new Parameters();
        question.addParameter()
                .setName("resource")
                .setResource(SyntheticPatients.toPatient(record, SyntheticPeople.keyOf(record, SEED)));
        var body = fhir.newJsonParser().encodeResourceToString(question);
        return service.send("POST", "/fhir/Patient/$match", "application/fhir+json", body);
    }

    private ServiceClient.Answer otherIdentifiers(SyntheticRecord record) throws InterruptedException {
        var key = SyntheticPeople.keyOf(record, SEED);
        return ask("/fhir/Patient/$ihe-pix?sourceIdentifier=" + ServiceClient.encode(key.system() + "|" + key.value()));
    }

    private ServiceClient.Answer ask(String pathAndQuery) throws InterruptedException {
        return service.send("GET", pathAndQuery, "application/fhir+json", "");
    }
}
