package org.hms.registry.codes.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.SearchTerm;
import org.jspecify.annotations.Nullable;

/** What an operation is asked, alike in a query and in Parameters. What it does not take is refused by name. */
final class OperationInput {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");
    private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9:_.-]{0,40}");
    private static final int MAX_TEXT = 2_000;

    private final Map<String, List<Type>> values = new LinkedHashMap<>();
    private final Map<String, List<Resource>> resources = new LinkedHashMap<>();
    private final List<ParametersParameterComponent> composed = new ArrayList<>();
    private final @Nullable String httpLanguages;
    private final Set<String> known;

    private OperationInput(Set<String> known, @Nullable String httpLanguages) {
        this.known = known;
        this.httpLanguages = httpLanguages;
    }

    static OperationInput of(FhirRequest request, Set<String> known) {
        var input = new OperationInput(known, request.languages());
        request.query().terms().stream()
                .filter(term -> !term.name().startsWith("_"))
                .forEach(term -> input.add(nameOf(term), new StringType(whole(term))));
        if (request.body() != null) {
            input.addAll(request.requireBody(Parameters.class));
        }
        return input;
    }

    /** What stands in Parameters within Parameters, with what is said for all of them. */
    OperationInput within(Parameters inner, Set<String> shared, Set<String> others) {
        var input = new OperationInput(others, httpLanguages);
        var taken = new Parameters();
        // One odd question among many is told what it lacks, not what it has too much.
        inner.getParameter().stream()
                .filter(parameter -> others.contains(parameter.getName()))
                .forEach(taken::addParameter);
        input.addAll(taken);
        for (var name : shared) {
            if (!input.has(name) && values.containsKey(name)) {
                input.values.put(name, values.getOrDefault(name, List.of()));
            }
            if (resources.containsKey(name)) {
                input.resources
                        .computeIfAbsent(name, _ -> new ArrayList<>())
                        .addAll(resources.getOrDefault(name, List.of()));
            }
        }
        return input;
    }

    private void addAll(Parameters parameters) {
        for (var parameter : parameters.getParameter()) {
            var name = parameter.getName();
            if (parameter.hasResource() && name != null && known.contains(name)) {
                // A profile is a set of parameters that stands for its content.
                if (name.equals("profile") && parameter.getResource() instanceof Parameters profile) {
                    addAll(profile);
                } else {
                    resources.computeIfAbsent(name, _ -> new ArrayList<>()).add(parameter.getResource());
                }
            } else if (parameter.hasValue()) {
                add(name, parameter.getValue());
            } else if (parameter.hasPart() && name != null && known.contains(name)) {
                composed.add(parameter);
            } else {
                throw refuse(name);
            }
        }
    }

    /** The parameters of a name that are made of parts. */
    List<ParametersParameterComponent> composed(String name) {
        return composed.stream()
                .filter(parameter -> name.equals(parameter.getName()))
                .toList();
    }

    /** The codings of a name that may stand several times. */
    List<Coding> codings(String name) {
        var found = values.getOrDefault(name, List.of());
        if (found.stream().anyMatch(value -> !(value instanceof Coding))) {
            throw FhirProblem.invalid("The parameter " + name + " is a Coding", place(name));
        }
        return found.stream().map(Coding.class::cast).toList();
    }

    /** The languages wished by header, as they were written. */
    @Nullable
    String httpLanguages() {
        return httpLanguages;
    }

    /** The resources under a name that may stand several times. */
    List<Resource> resources(String name) {
        return resources.getOrDefault(name, List.of());
    }

    /** One resource of a type under a name. */
    <T extends Resource> Optional<T> resource(String name, Class<T> wanted) {
        var found = resources(name);
        if (found.size() > 1 || found.stream().anyMatch(one -> !wanted.isInstance(one))) {
            throw FhirProblem.invalid("The parameter " + name + " is one " + wanted.getSimpleName(), place(name));
        }
        return found.stream().map(wanted::cast).findFirst();
    }

    private static String nameOf(SearchTerm term) {
        return term.modifier() == null ? term.declaredName() : term.declaredName() + ":" + term.modifier();
    }

    /** A comma parts the alternatives of a search; to an operation it is a character like any other. */
    private static String whole(SearchTerm term) {
        return String.join(",", term.rawValues());
    }

    private void add(@Nullable String name, Type value) {
        if (name == null || !known.contains(name)) {
            throw refuse(name);
        }
        values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    private FhirProblem refuse(@Nullable String name) {
        var shown = name != null && SAFE_NAME.matcher(name).matches() ? name : "(unprintable)";
        return FhirProblem.notSupported(
                "The parameter " + shown + " is not taken here, or not so; taken are " + new TreeSet<>(known));
    }

    boolean has(String name) {
        return values.containsKey(name) || resources.containsKey(name);
    }

    @Nullable
    String text(String name) {
        return texts(name).stream().findFirst().orElse(null);
    }

    /** The values of a parameter that may stand several times. */
    List<String> texts(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .map(value -> text(name, value))
                .toList();
    }

    String require(String name) {
        var text = text(name);
        if (text == null) {
            throw FhirProblem.required("The parameter " + name + " is needed", place(name));
        }
        return text;
    }

    int number(String name, int otherwise) {
        var text = text(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}")) {
            throw FhirProblem.invalid("The parameter " + name + " is a whole number from 0 on", place(name));
        }
        return Integer.parseInt(text);
    }

    boolean flag(String name) {
        return switch (text(name)) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw FhirProblem.invalid("The parameter " + name + " is true or false", place(name));
        };
    }

    @Nullable
    String language() {
        var language = text("displayLanguage");
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            throw FhirProblem.invalid("displayLanguage is a language tag such as es-PY", place("displayLanguage"));
        }
        return language;
    }

    Optional<Coding> coding(String name) {
        return typed(name, Coding.class);
    }

    Optional<CodeableConcept> concept(String name) {
        return typed(name, CodeableConcept.class);
    }

    private <T extends Type> Optional<T> typed(String name, Class<T> wanted) {
        var found = values.getOrDefault(name, List.of());
        if (found.stream().anyMatch(value -> !wanted.isInstance(value)) || found.size() > 1) {
            throw FhirProblem.invalid(
                    "The parameter " + name + " is one " + wanted.getSimpleName() + " in a body with Parameters",
                    place(name));
        }
        return found.stream().map(wanted::cast).findFirst();
    }

    private static String text(String name, Type value) {
        if (!(value instanceof PrimitiveType<?> primitive) || !primitive.hasValue()) {
            throw FhirProblem.invalid("The parameter " + name + " is a simple value", place(name));
        }
        var text = primitive.getValueAsString();
        if (text.length() > MAX_TEXT) {
            throw FhirProblem.invalid(
                    "The parameter " + name + " is longer than " + MAX_TEXT + " characters", place(name));
        }
        return text;
    }

    static String place(String name) {
        return "Parameters.parameter(" + name + ")";
    }
}
