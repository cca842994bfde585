package org.hms.registry.codes.fhir;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.termwork.TermUse;
import org.hms.terminology.ask.TerminologyParameters;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.resolve.Canonical;
import org.hms.terminology.texts.ConceptText;
import org.hms.terminology.texts.ConceptTexts;
import org.jspecify.annotations.Nullable;

/** <a href="https://hl7.org/fhir/R4/codesystem-operation-lookup.html">CodeSystem/$lookup</a>. */
final class LookupOperation implements FhirHandler {
    private static final Set<String> PARAMETERS = Stream.concat(
                    Stream.of("code", "system", "version", "coding", "property", "date", CountedUse.DISTRICT),
                    WishParameters.COMMON.stream())
            .collect(Collectors.toUnmodifiableSet());

    private final TerminologyDesk desk;
    private final CountedUse use;

    LookupOperation(TerminologyDesk desk, TermUse use) {
        this.desk = desk;
        this.use = new CountedUse(use);
    }

    @Override
    public FhirAnswer handle(FhirRequest request) {
        var input = OperationInput.of(request, PARAMETERS);
        var coding = AskedCoding.of(input, "code", "coding");
        var district = use.district(input);
        return TerminologyDesk.answering(WishParameters.forShowing(input), wishes -> {
            var resolution = desk.resolution(input, wishes);
            var content = TerminologyDesk.codeSystem(resolution, coding.requireSystem(), coding.version());
            resolution.requireSupplements();
            var ordinal = content.find(coding.code());
            if (ordinal < 0) {
                throw FhirProblem.notFound("The code system has no such code").at(OperationInput.place("code"));
            }
            var answer = FhirAnswer.ok(new Answer(content, ordinal, wishes).parameters());
            use.lookedUp(content.header().url(), content.code(ordinal), district);
            return answer;
        });
    }

    /** All that is said of one code. */
    private static final class Answer {
        private final CodeSystemContent content;
        private final int ordinal;
        private final TerminologyParameters wishes;
        private final Parameters parameters = new Parameters();

        Answer(CodeSystemContent content, int ordinal, TerminologyParameters wishes) {
            this.content = content;
            this.ordinal = ordinal;
            this.wishes = wishes;
        }

        Parameters parameters() {
            var header = content.header();
            var texts = ConceptTexts.of(content, ordinal);
            var preferred = texts.preferredText(wishes.languages());
            parameters.addParameter(
                    "name",
                    Objects.requireNonNullElseGet(header.name(), () -> Canonical.text(header.url(), header.version())));
            if (header.version() != null) {
                parameters.addParameter("version", header.version());
            }
            parameters.addParameter("display", preferred == null ? content.display(ordinal) : preferred);
            parameters.addParameter("system", new UriType(header.url()));
            parameters.addParameter("code", new CodeType(content.code(ordinal)));
            var definition = content.definition(ordinal);
            if (definition != null && isWanted("definition")) {
                parameters.addParameter("definition", definition);
            }
            if (isWanted("abstract")) {
                parameters.addParameter(
                        "abstract",
                        content.isAbstract(ordinal)
                                || content.incompleteness(ordinal).isPresent());
            }
            if (isWanted("designation")) {
                texts.list().stream()
                        .filter(text -> !isRepeated(text, texts.list()))
                        .forEach(this::addDesignation);
            }
            addProperties();
            content.supplements().stream()
                    .filter(supplement -> !supplement.languagePack())
                    .forEach(supplement ->
                            parameters.addParameter("used-supplement", new CanonicalType(supplement.canonical())));
            return parameters;
        }

        /** Whether a display is also told as a text that says its use. */
        private static boolean isRepeated(ConceptText text, List<ConceptText> texts) {
            return text.display()
                    && texts.stream()
                            .anyMatch(other -> other != text
                                    && other.text().equals(text.text())
                                    && Objects.equals(other.language(), text.language())
                                    && other.designation() != null
                                    && other.designation().useCode() != null);
        }

        private void addDesignation(ConceptText text) {
            var part = parameters.addParameter().setName("designation");
            if (text.language() != null) {
                part.addPart()
                        .setName("language")
                        .setValue(new CodeType(text.language().code()));
            }
            var use = ExpansionMapping.use(text);
            if (use != null) {
                part.addPart().setName("use").setValue(use);
            }
            part.addPart().setName("value").setValue(new StringType(text.text()));
            if (text.supplement() != null) {
                part.addPart()
                        .setName("source")
                        .setValue(new CanonicalType(text.supplement().canonical()));
            }
        }

        private void addProperties() {
            if (isWanted("inactive")) {
                addProperty("inactive", null, new BooleanType(content.isInactive(ordinal)), null);
            }
            content.properties(ordinal).stream()
                    .filter(property ->
                            isWanted(property.code()) && !property.code().equals("inactive"))
                    .forEach(property -> addProperty(
                            property.code(),
                            content.propertyDisplay(property.code()),
                            ExtensionMapping.value(property),
                            property.type().equals("code") ? property.display() : null));
            addRelated("parent", content.parents(ordinal));
            addRelated("child", content.children(ordinal));
        }

        private void addRelated(String name, int[] others) {
            if (isWanted(name)) {
                for (var other : others) {
                    addProperty(name, null, new CodeType(content.code(other)), content.display(other));
                }
            }
        }

        private void addProperty(String name, @Nullable String text, Type value, @Nullable String description) {
            var part = parameters.addParameter().setName("property");
            part.addPart().setName("code").setValue(new CodeType(name));
            if (text != null) {
                part.addPart().setName("code-display").setValue(new StringType(text));
            }
            if (description != null) {
                part.addPart().setName("description").setValue(new StringType(description));
            }
            part.addPart().setName("value").setValue(value);
        }

        private boolean isWanted(String name) {
            List<String> wanted = wishes.properties();
            return wanted.isEmpty() || wanted.contains("*") || wanted.contains(name);
        }
    }
}
