package org.hms.registry.patient.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.SearchTerm.Token;

/** What {@code $ihe-pix} is asked, in the URL or in a body of Parameters. */
record PixQuestion(Token source, List<String> targets) {

    private static final Set<String> KNOWN = Set.of("sourceIdentifier", "targetSystem", "_format");

    PixQuestion {
        targets = List.copyOf(targets);
    }

    static PixQuestion of(FhirRequest request) {
        var body = body(request);
        var sources = new ArrayList<>(Terms.tokens(request, "sourceIdentifier"));
        values(body, "sourceIdentifier").forEach(value -> sources.add(token(value)));
        if (sources.size() != 1
                || sources.getFirst().system() == null
                || sources.getFirst().code().isBlank()) {
            throw FhirProblem.invalid("sourceIdentifier is given once, as system|value", "sourceIdentifier");
        }
        var targets = Stream.concat(Terms.values(request, "targetSystem").stream(), values(body, "targetSystem"))
                .toList();
        return new PixQuestion(sources.getFirst(), targets);
    }

    private static Parameters body(FhirRequest request) {
        if (request.body() == null) {
            return new Parameters();
        }
        if (!(request.body() instanceof Parameters parameters)) {
            throw FhirProblem.invalid("The body is Parameters with a sourceIdentifier", "Parameters");
        }
        if (!parameters.getParameter().stream().allMatch(parameter -> KNOWN.contains(parameter.getName()))) {
            throw FhirProblem.invalid("$ihe-pix takes sourceIdentifier and targetSystem", "Parameters.parameter.name");
        }
        return parameters;
    }

    private static Stream<String> values(Parameters body, String name) {
        return body.getParameter().stream()
                .filter(parameter -> name.equals(parameter.getName()))
                .map(parameter -> {
                    if (parameter.getValue() instanceof PrimitiveType<?> value && value.hasValue()) {
                        return value.getValueAsString();
                    }
                    throw FhirProblem.invalid(name + " is a string", "Parameters.parameter(" + name + ")");
                });
    }

    private static Token token(String text) {
        int bar = text.indexOf('|');
        return bar < 0 ? new Token(null, text) : new Token(text.substring(0, bar), text.substring(bar + 1));
    }
}
