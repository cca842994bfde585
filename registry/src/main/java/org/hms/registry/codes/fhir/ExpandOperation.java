package org.hms.registry.codes.fhir;

import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.ValueSet;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.terminology.ask.TerminologyParameters;
import org.hms.terminology.expand.ValueSetExpander;
import org.hms.terminology.expand.ValueSetExpander.Limits;
import org.hms.terminology.resolve.Resolution;
import org.hms.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/** <a href="https://hl7.org/fhir/R4/valueset-operation-expand.html">ValueSet/$expand</a>, best first with a filter. */
final class ExpandOperation implements FhirHandler {
    /** What shapes an expansion here. */
    static final List<String> UNDERSTOOD = List.of(
            "url",
            "valueSet",
            "valueSetVersion",
            "filter",
            "offset",
            "count",
            "includeDesignations",
            "designation",
            "includeDefinition",
            "excludeNested",
            "excludeNotForUI",
            "excludePostCoordinated",
            "limit",
            "allowMaximumSizeExpansion",
            "property");

    /** Asked by many clients and without effect here. */
    private static final List<String> WITHOUT_EFFECT = List.of(
            "date",
            "context",
            "contextDirection",
            "incomplete-ok",
            "limitedExpansion",
            "_incomplete",
            "logExtraOutput");

    private static final Set<String> PARAMETERS = Stream.of(UNDERSTOOD, WITHOUT_EFFECT, WishParameters.COMMON)
            .flatMap(names -> names.stream())
            .collect(Collectors.toUnmodifiableSet());

    /** More codes than these are given in pages only, unless the largest expansion is asked for. */
    private static final int WHOLE = 1_000;

    private static final int PAGE = 10_000;

    private final TerminologyDesk desk;
    private final InstantSource clock;

    ExpandOperation(TerminologyDesk desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public FhirAnswer handle(FhirRequest request) {
        var input = OperationInput.of(request, PARAMETERS);
        return TerminologyDesk.answering(WishParameters.forShowing(input), wishes -> {
            var resolution = desk.resolution(input, wishes);
            var valueSet = valueSet(request, input, resolution);
            var expansion = new ValueSetExpander(resolution, wishes, limits(input)).expand(valueSet);
            var shown = shown(input, valueSet, wishes);
            return FhirAnswer.ok(ExpansionMapping.toValueSet(shown, expansion, Date.from(clock.instant())));
        });
    }

    private static Limits limits(OperationInput input) {
        var whole = input.flag("allowMaximumSizeExpansion") ? PAGE : WHOLE;
        return new Limits(Math.min(whole, input.number("limit", whole)), PAGE);
    }

    private ValueSetDefinition valueSet(FhirRequest request, OperationInput input, Resolution resolution) {
        if (request.id() == null) {
            return TerminologyDesk.valueSet(input, resolution, input.text("valueSetVersion"));
        }
        return desk.valueSetById(request.id()).orElseThrow(() -> FhirProblem.notFound("No ValueSet has this id"));
    }

    /** The value set around the expansion: as it was sent, or as much of it as is known. */
    private static ValueSet shown(OperationInput input, ValueSetDefinition definition, TerminologyParameters wishes) {
        var sent = Stream.concat(input.resources("valueSet").stream(), input.resources("tx-resource").stream())
                .filter(resource -> resource instanceof ValueSet valueSet && isMeant(valueSet, definition))
                .map(ValueSet.class::cast)
                .findFirst();
        if (sent.isEmpty()) {
            return new ValueSet()
                    .setUrl(definition.url())
                    .setVersion(definition.version())
                    .setTitle(definition.title())
                    .setStatus(PublicationStatus.ACTIVE);
        }
        var copy = sent.get().copy();
        copy.setId((String) null);
        copy.setExpansion(null);
        return Boolean.TRUE.equals(wishes.flags().includeDefinition()) ? copy : withoutDefinition(copy);
    }

    private static boolean isMeant(ValueSet valueSet, ValueSetDefinition definition) {
        return same(valueSet.getUrl(), definition.url()) && same(valueSet.getVersion(), definition.version());
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return Objects.equals(one, other);
    }

    private static ValueSet withoutDefinition(ValueSet valueSet) {
        valueSet.setCompose(null);
        valueSet.setPurpose(null);
        valueSet.setDescription(null);
        valueSet.setCopyright(null);
        valueSet.setPublisher(null);
        valueSet.setContact(null);
        valueSet.setText(null);
        valueSet.setExtension(null);
        valueSet.setContained(null);
        return valueSet;
    }
}
