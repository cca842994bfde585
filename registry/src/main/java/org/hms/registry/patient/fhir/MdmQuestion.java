package org.hms.registry.patient.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.jspecify.annotations.Nullable;

/** The parameters of one of HAPI's MDM operations, from the URL or from a body of Parameters. */
final class MdmQuestion {

    private static final int MOST = 500;

    private final FhirRequest request;
    private final Map<String, List<String>> values = new TreeMap<>();

    private MdmQuestion(FhirRequest request) {
        this.request = request;
    }

    static MdmQuestion of(FhirRequest request, String... known) {
        var question = new MdmQuestion(request);
        request.query().terms().forEach(term -> question.add(term.name(), term.value(), Set.of(known)));
        if (request.body() instanceof Parameters parameters) {
            for (var parameter : parameters.getParameter()) {
                if (!(parameter.getValue() instanceof PrimitiveType<?> value) || !value.hasValue()) {
                    throw FhirProblem.invalid("A parameter has a value", "Parameters.parameter");
                }
                question.add(parameter.getName(), value.getValueAsString(), Set.of(known));
            }
        } else if (request.body() != null) {
            throw FhirProblem.invalid("The body is Parameters", "Parameters");
        }
        return question;
    }

    private void add(String name, String value, Set<String> known) {
        if (!known.contains(name) && !name.equals("_count") && !name.equals("_offset")) {
            throw FhirProblem.invalid("This operation takes "
                    + String.join(", ", known.stream().sorted().toList()));
        }
        values.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }

    /** An id with or without its type before it. */
    @Nullable
    String id(String name) {
        var all = ids(name);
        if (all.size() > 1) {
            throw FhirProblem.invalid(name + " is given once", name);
        }
        return all.isEmpty() ? null : all.getFirst();
    }

    List<String> ids(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .map(value -> value.replaceFirst("^Patient/", "").replaceFirst("/_history/.*$", ""))
                .toList();
    }

    /** One of the names of an enumeration. */
    <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
        var value = first(name);
        if (value == null) {
            return null;
        }
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        throw FhirProblem.invalid(name + " is one of " + List.of(type.getEnumConstants()), name);
    }

    @Nullable
    String first(String name) {
        var all = values.get(name);
        return all == null ? null : all.getFirst();
    }

    int count() {
        int count = number("_count", request.query().count());
        return Math.clamp(count, 1, MOST);
    }

    int offset() {
        return number("_offset", request.query().offset());
    }

    private int number(String name, int otherwise) {
        var text = first(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}")) {
            throw FhirProblem.invalid(name + " is a whole number", name);
        }
        return Integer.parseInt(text);
    }

    /** What was asked, without the page. */
    String query() {
        var query = new StringBuilder();
        values.forEach((name, all) -> {
            if (!name.startsWith("_")) {
                all.forEach(value -> query.append(name)
                        .append('=')
                        .append(value.replace("/", "%2F"))
                        .append('&'));
            }
        });
        return query.toString();
    }
}
