package org.hms.registry.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.web.EntryFaults;
import org.junit.jupiter.api.Test;

/** What breaks in one entry of a batch is told there; what was done before is told too, or it would be done again. */
final class BundleInteractionsTest {
    private static final FhirSettings SETTINGS = new FhirSettings(1_000_000, 20, 500, null, "test", "1");

    @Test
    void aFaultInOneEntryDoesNotHideTheOthers() {
        var written = new AtomicInteger();
        var sound = FhirEndpoint.of("Basic")
                .create(_ -> {
                    written.incrementAndGet();
                    return FhirAnswer.created(new Basic(), "Basic/1");
                })
                .read(_ -> {
                    throw new IllegalStateException("with something personal");
                })
                .build();
        var bundles = new BundleInteractions(List.of(sound), List.of(), work -> work.get(), EntryFaults::of, SETTINGS)
                .beside(FhirEndpoint.ofSystem().build());
        var batch = new Bundle().setType(BundleType.BATCH);
        create(batch);
        batch.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl("Basic/1");
        create(batch);

        var answer =
                bundles.find(Interaction.Kind.BATCH).orElseThrow().handler().handle(asked(batch));

        var entries = ((Bundle) answer.body()).getEntry();
        assertThat(entries)
                .extracting(one -> one.getResponse().getStatus())
                .containsExactly("201 Created", "500 Internal Server Error", "201 Created");
        assertThat(((OperationOutcome) entries.get(1).getResponse().getOutcome())
                        .getIssueFirstRep()
                        .getDiagnostics())
                .contains("incident")
                .doesNotContain("personal");
        assertThat(written).hasValue(2);
    }

    private static void create(Bundle batch) {
        var entry = batch.addEntry().setResource(new Basic().setLanguage("gn"));
        entry.getRequest().setMethod(HTTPVerb.POST).setUrl("Basic");
    }

    private static FhirRequest asked(Bundle batch) {
        return new FhirRequest(
                new Caller("test", Role.READER),
                "",
                null,
                null,
                SearchQuery.ofCriteria(""),
                batch,
                Conditional.NONE,
                Preferences.of(List.of()),
                "http://localhost/fhir");
    }
}
