package org.hms.registry.codes.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.terminology.content.CodeSystemContent;
import org.roaringbitmap.RoaringBitmap;

/**
 * <a href="https://hl7.org/fhir/R4/codesystem-operation-find-matches.html">CodeSystem/$find-matches</a>: the codes that have
 * certain properties. For a machine those that have all that the system can compare, for a human the nearest ones too.
 */
final class FindMatchesOperation implements FhirHandler {
    private static final Set<String> PARAMETERS = Stream.concat(
                    Stream.of("system", "version", "property", "exact", "compositional"),
                    WishParameters.COMMON.stream())
            .collect(Collectors.toUnmodifiableSet());
    private static final int MOST = 100;
    private static final int NEAREST = 20;

    private final TerminologyDesk desk;

    FindMatchesOperation(TerminologyDesk desk) {
        this.desk = desk;
    }

    /** A property that is asked for. */
    private record Wanted(String code, Type value) {}

    @Override
    public FhirAnswer handle(FhirRequest request) {
        var input = OperationInput.of(request, PARAMETERS);
        var wanted = input.composed("property").stream()
                .map(FindMatchesOperation::wanted)
                .toList();
        if (wanted.isEmpty()) {
            throw FhirProblem.required("At least one property is needed", OperationInput.place("property"));
        }
        var exact = input.flag("exact");
        return TerminologyDesk.answering(WishParameters.forShowing(input), wishes -> {
            var resolution = desk.resolution(input, wishes);
            var content = TerminologyDesk.codeSystem(resolution, input.require("system"), input.text("version"));
            return FhirAnswer.ok(answer(content, wanted, exact));
        });
    }

    private static Wanted wanted(ParametersParameterComponent property) {
        String code = null;
        Type value = null;
        for (var part : property.getPart()) {
            if ("code".equals(part.getName()) && part.hasValue()) {
                code = part.getValue().primitiveValue();
            } else if ("value".equals(part.getName())) {
                value = part.getValue();
            }
        }
        if (code == null || value == null) {
            throw FhirProblem.required("A property has a code and a value", OperationInput.place("property"));
        }
        return new Wanted(code, value);
    }

    private static Parameters answer(CodeSystemContent content, List<Wanted> wanted, boolean exact) {
        var having = new HashMap<Wanted, RoaringBitmap>();
        for (var one : wanted) {
            content.filter(one.code(), "=", text(one.value())).ifPresent(found -> having.put(one, found));
        }
        var parameters = new Parameters();
        var all = having.isEmpty()
                ? new RoaringBitmap()
                : having.values().stream()
                        .reduce((one, other) -> RoaringBitmap.and(one, other))
                        .orElseThrow();
        all.stream().limit(MOST).forEach(ordinal -> add(parameters, content, ordinal, wanted, having));
        if (!exact && all.isEmpty()) {
            nearest(content, having).forEach(ordinal -> add(parameters, content, ordinal, wanted, having));
        }
        return parameters;
    }

    private static String text(Type value) {
        return value instanceof Coding coding
                ? Objects.requireNonNullElse(coding.getCode(), "")
                : Objects.requireNonNullElse(value.primitiveValue(), "");
    }

    /** Those that have most of the properties. */
    private static List<Integer> nearest(CodeSystemContent content, Map<Wanted, RoaringBitmap> having) {
        var counts = new int[content.size()];
        having.values().forEach(found -> found.forEach((int ordinal) -> counts[ordinal]++));
        var some = new ArrayList<Integer>();
        for (var ordinal = 0; ordinal < counts.length; ordinal++) {
            if (counts[ordinal] > 0) {
                some.add(ordinal);
            }
        }
        return some.stream()
                .sorted((left, right) -> Integer.compare(counts[right], counts[left]))
                .limit(NEAREST)
                .toList();
    }

    private static void add(
            Parameters parameters,
            CodeSystemContent content,
            int ordinal,
            List<Wanted> wanted,
            Map<Wanted, RoaringBitmap> having) {
        var header = content.header();
        var match = parameters.addParameter().setName("match");
        match.addPart()
                .setName("code")
                .setValue(new Coding()
                        .setSystem(header.url())
                        .setVersion(header.version())
                        .setCode(content.code(ordinal))
                        .setDisplay(content.display(ordinal)));
        var lacking = wanted.stream()
                .filter(one -> !having.getOrDefault(one, new RoaringBitmap()).contains(ordinal))
                .toList();
        for (var one : lacking) {
            var unmatched = match.addPart().setName("unmatched");
            unmatched.addPart().setName("code").setValue(new CodeType(one.code()));
            unmatched.addPart().setName("value").setValue(one.value());
        }
        if (!lacking.isEmpty()) {
            match.addPart()
                    .setName("comment")
                    .setValue(new StringType(
                            (wanted.size() - lacking.size()) + " of " + wanted.size() + " properties match"));
        }
    }
}
