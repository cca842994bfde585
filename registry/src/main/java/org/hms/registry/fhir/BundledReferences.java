package org.hms.registry.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Reference;

/** How the resources of a bundle refer to each other by full URL, in what order they are written, and under which ids. */
final class BundledReferences {

    private static final List<Set<HTTPVerb>> ORDER =
            List.of(Set.of(HTTPVerb.DELETE), Set.of(HTTPVerb.POST), Set.of(HTTPVerb.PUT), Set.of(HTTPVerb.GET));

    private final FhirContext fhir = FhirContext.forR4Cached();
    private final List<BundleEntryComponent> entries;
    private final Set<String> created = new HashSet<>();
    private final Map<String, String> ids = new HashMap<>();

    BundledReferences(List<BundleEntryComponent> entries) {
        this.entries = entries;
        for (int place = 0; place < entries.size(); place++) {
            var entry = entries.get(place);
            if (entry.hasFullUrl()
                    && entry.getRequest().getMethod() == HTTPVerb.POST
                    && !created.add(entry.getFullUrl())) {
                throw FhirProblem.invalid("Two entries have one full URL", "Bundle.entry[" + place + "].fullUrl");
            }
        }
    }

    /** The places of the entries as they are taken: what is created after what it refers to. */
    List<Integer> order(Function<BundleEntryComponent, BundledInteraction> parsed) {
        var order = new ArrayList<Integer>();
        var targets = new HashSet<String>();
        for (int place = 0; place < entries.size(); place++) {
            var wanted = check(place, parsed);
            if (wanted.id() != null
                    && wanted.method() != HTTPVerb.GET
                    && !targets.add(wanted.type() + "/" + wanted.id())) {
                throw FhirProblem.invalid("A transaction writes each resource once", "Bundle.entry[" + place + "]");
            }
        }
        var known = new HashSet<String>();
        for (var methods : ORDER) {
            var waiting = new ArrayList<Integer>();
            for (int place = 0; place < entries.size(); place++) {
                if (methods.contains(entries.get(place).getRequest().getMethod())) {
                    waiting.add(place);
                }
            }
            while (!waiting.isEmpty()) {
                var ready = waiting.stream()
                        .filter(place -> known.containsAll(refersTo(entries.get(place))))
                        .toList();
                if (ready.isEmpty()) {
                    throw FhirProblem.invalid(
                            "The entries refer to each other in a circle", "Bundle.entry[" + waiting.getFirst() + "]");
                }
                ready.forEach(place -> known.add(entries.get(place).getFullUrl()));
                waiting.removeAll(ready);
                order.addAll(ready);
            }
        }
        return order;
    }

    private BundledInteraction check(int place, Function<BundleEntryComponent, BundledInteraction> parsed) {
        try {
            return parsed.apply(entries.get(place));
        } catch (FhirProblem problem) {
            throw BundledAnswers.placed(problem, place);
        }
    }

    /** The full URLs of entries to be created to which this one refers. */
    private Set<String> refersTo(BundleEntryComponent entry) {
        var urls = new HashSet<String>();
        for (var reference : references(entry)) {
            if (created.contains(reference.getReference())) {
                urls.add(reference.getReference());
            }
        }
        return urls;
    }

    private List<Reference> references(BundleEntryComponent entry) {
        var references = new ArrayList<Reference>();
        if (entry.hasResource()) {
            for (var info : fhir.newTerser().getAllResourceReferences(entry.getResource())) {
                if (info.getResourceReference() instanceof Reference reference && reference.hasReference()) {
                    references.add(reference);
                }
            }
        }
        return references;
    }

    /** Writes the ids given here where the bundle's names of its entries were. */
    void settle(BundleEntryComponent entry) {
        for (var reference : references(entry)) {
            var id = ids.get(reference.getReference());
            if (id != null) {
                // What the parser found behind the reference goes, so that the reference alone is written.
                reference.setResource(null);
                reference.setReference(id);
            } else if (reference.getReference().startsWith("urn:")) {
                throw FhirProblem.invalid("A reference names an entry that is not in the bundle", "resource");
            }
        }
    }

    /** What was created from this entry has this id. */
    void stands(BundleEntryComponent entry, FhirAnswer answer) {
        var body = answer.body();
        if (entry.hasFullUrl() && body != null) {
            ids.put(
                    entry.getFullUrl(),
                    body.fhirType() + "/" + body.getIdElement().getIdPart());
        }
    }
}
