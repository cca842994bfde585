package org.hms.registry.codes.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.hms.registry.fhir.FhirProblem;
import org.hms.terminology.ask.Versions;
import org.hms.terminology.conceptmap.ConceptMapDefinition;
import org.hms.terminology.conceptmap.MapMatch;
import org.hms.terminology.conceptmap.MapQuestion;
import org.hms.terminology.conceptmap.MapTarget;
import org.hms.terminology.conceptmap.MapTranslator;
import org.hms.terminology.resolve.Canonical;
import org.hms.terminology.resolve.Resolution;
import org.jspecify.annotations.Nullable;

/**
 * Translations by concept maps that came with the question or are stored. Both R4's names of parameters are taken and
 * R5's, in which a code on the target's side asks backwards.
 */
final class MapTranslation {
    static final List<String> R5_NAMES = List.of(
            "sourceCode",
            "sourceSystem",
            "sourceCoding",
            "sourceCodeableConcept",
            "sourceScope",
            "targetCode",
            "targetSystem",
            "targetCoding",
            "targetCodeableConcept",
            "targetScope");

    private static final String NOTHING = "No mapping of this code was found";

    private final OperationInput input;
    private final List<ConceptMapDefinition> maps;
    private final MapTranslator translator;
    private final boolean inR5;

    /** By one map alone, or by all that are known. */
    MapTranslation(OperationInput input, Resolution resolution, @Nullable ConceptMapDefinition one) {
        this.input = input;
        var sent = new ArrayList<>(resolution.sent().conceptMaps());
        input.resource("conceptMap", ConceptMap.class)
                .map(ConceptMapMapping::toDefinition)
                .ifPresent(sent::add);
        var all = Stream.concat(sent.stream(), resolution.known().conceptMaps().stream())
                .toList();
        this.translator = new MapTranslator(all);
        this.maps = one == null ? wanted(all) : List.of(one);
        this.inR5 = R5_NAMES.stream().anyMatch(input::has);
    }

    private List<ConceptMapDefinition> wanted(List<ConceptMapDefinition> all) {
        var named = input.resource("conceptMap", ConceptMap.class)
                .map(ConceptMap::getUrl)
                .orElse(input.text("url"));
        if (named == null) {
            return newest(all);
        }
        var canonical = Canonical.of(named);
        var version = canonical.version() == null ? input.text("conceptMapVersion") : canonical.version();
        return newest(all.stream()
                .filter(map -> map.url().equals(canonical.url()))
                .filter(map -> version == null || version.equals(map.version()))
                .toList());
    }

    /** Of each map the newest version; those that say no URL are all different. */
    private static List<ConceptMapDefinition> newest(List<ConceptMapDefinition> maps) {
        if (maps.size() < 2) {
            return maps;
        }
        return maps.stream()
                .filter(map -> map.url().isEmpty()
                        || maps.stream()
                                .noneMatch(other -> other.url().equals(map.url())
                                        && Versions.ORDER.compare(other.version(), map.version()) > 0))
                .toList();
    }

    /** Empty where no such map is known, or none that leads from the code's system. */
    Optional<Parameters> answer() {
        if (maps.isEmpty() && !inR5) {
            return Optional.empty();
        }
        var questions = questions();
        var leading = maps.stream()
                .filter(map -> questions.stream().anyMatch(question -> leads(map, question)))
                .toList();
        if (leading.isEmpty() && !inR5) {
            return Optional.empty();
        }
        var backwards = questions.stream().anyMatch(MapQuestion::backwards);
        var matches = questions.stream()
                .flatMap(question -> translator.translate(leading, question).stream())
                .toList();
        var result = matches.stream().anyMatch(MapMatch::isTranslation);
        var parameters = new Parameters().addParameter("result", result);
        if (matches.isEmpty()) {
            parameters.addParameter("message", NOTHING);
        }
        matches.forEach(match -> add(parameters, match, backwards));
        return Optional.of(parameters);
    }

    private static boolean leads(ConceptMapDefinition map, MapQuestion question) {
        return map.groups().stream()
                .anyMatch(group -> (question.backwards() ? group.target() : group.source()).equals(question.system())
                        && (question.otherSystem() == null
                                || question.otherSystem()
                                        .equals(question.backwards() ? group.source() : group.target())));
    }

    private List<MapQuestion> questions() {
        var backwards = input.has("targetCode") || input.has("targetCoding") || input.has("targetCodeableConcept");
        if (backwards) {
            return questions("targetCode", "targetCoding", "targetCodeableConcept", input.text("targetSystem"), true);
        }
        return inR5
                ? questions("sourceCode", "sourceCoding", "sourceCodeableConcept", input.text("sourceSystem"), false)
                : questions("code", "coding", "codeableConcept", input.text("system"), input.flag("reverse"));
    }

    private List<MapQuestion> questions(
            String code, String coding, String concept, @Nullable String system, boolean backwards) {
        var codings = new ArrayList<Coding>();
        input.concept(concept).ifPresent(one -> codings.addAll(one.getCoding()));
        input.coding(coding).ifPresent(codings::add);
        var plain = input.text(code);
        if (plain != null) {
            codings.add(new Coding().setSystem(system).setCode(plain).setVersion(input.text("version")));
        }
        return codings.stream()
                .filter(Coding::hasCode)
                .map(one -> question(one, backwards))
                .toList();
    }

    private MapQuestion question(Coding coding, boolean backwards) {
        if (!coding.hasSystem()) {
            throw FhirProblem.required("The code's system is needed", OperationInput.place("system"));
        }
        return new MapQuestion(
                coding.getSystem(),
                coding.getVersion(),
                coding.getCode(),
                otherSystem(coding.getSystem(), backwards),
                inR5 ? input.text(backwards ? "sourceScope" : "targetScope") : input.text("target"),
                backwards,
                List.of());
    }

    /** R4 lets reverse turn source and target round, so the target may name the system of the code itself. */
    private @Nullable String otherSystem(String system, boolean backwards) {
        var other = inR5 ? input.text(backwards ? "sourceSystem" : "targetSystem") : input.text("targetsystem");
        return backwards && system.equals(other) ? null : other;
    }

    private void add(Parameters parameters, MapMatch match, boolean backwards) {
        var component = parameters.addParameter().setName("match");
        component.addPart().setName("equivalence").setValue(new CodeType(match.equivalence()));
        var source = toCoding(match.source());
        if (match.target() != null) {
            var shown = backwards && !inR5 ? source : toCoding(match.target());
            component.addPart().setName("concept").setValue(shown);
        }
        match.product().forEach(product -> add(component, product));
        if (match.comment() != null) {
            component.addPart().setName("comment").setValue(new StringType(match.comment()));
        }
        if (inR5) {
            component.addPart().setName("originMap").setValue(new CanonicalType(match.map()));
            if (backwards) {
                component.addPart().setName("source").setValue(source);
            }
        } else {
            component.addPart().setName("source").setValue(new UriType(match.map()));
        }
    }

    private static void add(ParametersParameterComponent match, MapTarget.Attribute product) {
        var part = match.addPart().setName("product");
        part.addPart().setName("element").setValue(new UriType(product.property()));
        part.addPart().setName("concept").setValue(new Coding(product.system(), product.value(), product.display()));
    }

    private static Coding toCoding(MapMatch.Side side) {
        return new Coding()
                .setSystem(side.system())
                .setVersion(side.version())
                .setCode(side.code())
                .setDisplay(side.display());
    }
}
