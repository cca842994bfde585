package org.hms.registry.codes.fhir;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.system.ExpandQuery;
import org.hms.terminology.system.Expansion;

/** <a href="https://hl7.org/fhir/R4/valueset-operation-expand.html">ValueSet/$expand</a>, best first with a filter. */
final class ExpandOperation implements FhirHandler {
    /** What shapes an expansion here. */
    static final List<String> UNDERSTOOD =
            List.of("url", "valueSetVersion", "filter", "offset", "count", "displayLanguage", "includeDesignations");

    /** Asked by many clients and without effect here: no code is inactive, and expansions are flat. */
    private static final List<String> WITHOUT_EFFECT =
            List.of("includeDefinition", "activeOnly", "excludeNested", "excludePostCoordinated");

    private static final Set<String> PARAMETERS =
            Stream.concat(UNDERSTOOD.stream(), WITHOUT_EFFECT.stream()).collect(Collectors.toUnmodifiableSet());

    private final TerminologyService terminology;
    private final InstantSource clock;

    ExpandOperation(TerminologyService terminology, InstantSource clock) {
        this.terminology = terminology;
        this.clock = clock;
    }

    @Override
    public FhirAnswer handle(FhirRequest request) {
        var input = OperationInput.of(request, PARAMETERS);
        var valueSet = ValueSetReads.wanted(terminology, request, input);
        var query = new ExpandQuery(
                valueSet.system().url(),
                valueSet.system().version(),
                valueSet.root(),
                input.text("filter"),
                input.language(),
                input.number("offset", 0),
                input.number("count", ExpandQuery.MAX_COUNT));
        var expansion = terminology
                .expand(query)
                .orElseThrow(() -> FhirProblem.notFound("The value set's code system is not at hand"));
        return FhirAnswer.ok(toValueSet(valueSet, query, expansion, input.flag("includeDesignations")));
    }

    private ValueSet toValueSet(KnownValueSet known, ExpandQuery query, Expansion expansion, boolean withDesignations) {
        var valueSet = new ValueSet()
                .setUrl(known.url())
                .setVersion(known.system().version())
                .setName(known.name())
                .setTitle(known.system().title())
                .setStatus(PublicationStatus.ACTIVE);
        var expanded = valueSet.getExpansion()
                .setTimestamp(Date.from(clock.instant()))
                .setTotal(expansion.total())
                .setOffset(expansion.offset());
        addParameters(expanded, query, withDesignations);
        // The same question about the same content has the same identifier.
        expanded.setIdentifier("urn:uuid:"
                + UUID.nameUUIDFromBytes((query + known.system().contentHash()).getBytes(StandardCharsets.UTF_8)));
        expansion.entries().forEach(entry -> expanded.addContains(toContains(expansion, entry, withDesignations)));
        return valueSet;
    }

    private static void addParameters(
            ValueSetExpansionComponent expanded, ExpandQuery query, boolean withDesignations) {
        expanded.addParameter().setName("version").setValue(new UriType(query.url() + "|" + query.version()));
        if (query.filter() != null) {
            expanded.addParameter().setName("filter").setValue(new StringType(query.filter()));
        }
        if (query.language() != null) {
            expanded.addParameter().setName("displayLanguage").setValue(new CodeType(query.language()));
        }
        if (withDesignations) {
            expanded.addParameter().setName("includeDesignations").setValue(new BooleanType(true));
        }
        expanded.addParameter().setName("offset").setValue(new IntegerType(query.offset()));
        expanded.addParameter().setName("count").setValue(new IntegerType(query.count()));
    }

    private static ValueSetExpansionContainsComponent toContains(
            Expansion expansion, Expansion.Entry entry, boolean withDesignations) {
        var contains = new ValueSetExpansionContainsComponent()
                .setSystem(expansion.system())
                .setVersion(expansion.version())
                .setCode(entry.code())
                .setDisplay(entry.display());
        if (entry.isAbstract()) {
            contains.setAbstract(true);
        }
        if (withDesignations) {
            for (var designation : Designations.shown(entry.designations())) {
                contains.addDesignation()
                        .setLanguage(designation.language())
                        .setUse(Designations.use(designation))
                        .setValue(designation.text());
            }
        }
        return contains;
    }
}
