package org.hms.terminology.expand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hms.terminology.ask.LanguageTag;
import org.hms.terminology.ask.TerminologyParameters;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.content.ContentExtension;
import org.hms.terminology.content.ContentProperty;
import org.hms.terminology.content.PropertyDefinition;
import org.hms.terminology.texts.ConceptText;
import org.hms.terminology.texts.ConceptTexts;
import org.hms.terminology.valueset.ConceptReference;
import org.jspecify.annotations.Nullable;

/** Writes out one member of a value set as the question wishes it: display, designations, properties. */
final class ConceptRenderer {
    private static final String PROPERTIES = "http://hl7.org/fhir/concept-properties#";
    private static final String STRUCTURE = "http://hl7.org/fhir/StructureDefinition/";
    private static final String LANGUAGE = "urn:ietf:bcp:47";

    /** What a code system and a value set say of a code, and that an expansion repeats. */
    private static final Set<String> KEPT = Set.of(
            STRUCTURE + "coding-sctdescid",
            STRUCTURE + "rendering-style",
            STRUCTURE + "rendering-xhtml",
            STRUCTURE + "codesystem-alternate");

    private static final Set<String> KEPT_OF_VALUE_SET = Set.of(
            STRUCTURE + "valueset-supplement",
            STRUCTURE + "valueset-deprecated",
            STRUCTURE + "valueset-concept-definition",
            ContentExtension.STANDARDS_STATUS,
            STRUCTURE + "coding-sctdescid",
            STRUCTURE + "rendering-style",
            STRUCTURE + "rendering-xhtml");

    private final TerminologyParameters parameters;
    private final @Nullable String language;
    private final boolean byVersion;
    private final ExpansionNotes notes;
    private final Map<String, String> properties = new LinkedHashMap<>();

    ConceptRenderer(
            TerminologyParameters parameters, @Nullable String language, boolean byVersion, ExpansionNotes notes) {
        this.parameters = parameters;
        this.language = language;
        this.byVersion = byVersion;
        this.notes = notes;
    }

    /** The properties that were met. */
    List<ExpansionProperty> properties() {
        return properties.entrySet().stream()
                .map(property -> new ExpansionProperty(property.getKey(), property.getValue()))
                .toList();
    }

    ExpandedConcept render(Member member, List<ExpandedConcept> contains) {
        var content = member.content();
        if (content == null) {
            var listed = Objects.requireNonNull(member.listed());
            return new ExpandedConcept(
                    listed.system(),
                    listed.version(),
                    listed.code(),
                    listed.display(),
                    false,
                    false,
                    List.of(),
                    List.of(),
                    List.of(),
                    contains);
        }
        var ordinal = member.ordinal();
        var texts = ConceptTexts.of(content, ordinal);
        var reference = member.reference();
        if (reference != null) {
            texts.add(reference, language);
        }
        content.supplements().stream()
                .filter(supplement -> !supplement.languagePack())
                .forEach(supplement -> notes.add("used-supplement", "uri", supplement.canonical()));
        var preferred = texts.preferred(parameters.languages()).orElse(null);
        return new ExpandedConcept(
                member.system(),
                byVersion ? member.version() : null,
                reference == null ? member.code() : reference.code(),
                preferred == null ? null : preferred.text(),
                content.isAbstract(ordinal) || content.incompleteness(ordinal).isPresent(),
                content.isInactive(ordinal),
                designations(texts, preferred),
                properties(content, ordinal, reference),
                extensions(content, ordinal, reference),
                contains);
    }

    private List<ConceptText> designations(ConceptTexts texts, @Nullable ConceptText preferred) {
        if (!Boolean.TRUE.equals(parameters.flags().includeDesignations())) {
            return List.of();
        }
        return texts.list().stream()
                .filter(text -> text != preferred && isWanted(text))
                .sorted(Comparator.comparing(text -> !text.isFullySpecifiedName()))
                .toList();
    }

    private boolean isWanted(ConceptText text) {
        var wanted = parameters.designations();
        return wanted.isEmpty() ? !text.isMerelyAcceptable() : wanted.stream().anyMatch(one -> isMeant(one, text));
    }

    private static boolean isMeant(String wanted, ConceptText text) {
        var designation = text.designation();
        var use = designation == null || designation.useCode() == null
                ? ""
                : Objects.requireNonNullElse(designation.useSystem(), "") + "|" + designation.useCode();
        var language = text.language();
        return wanted.equals(use)
                || (language != null
                        && wanted.startsWith(LANGUAGE + "|")
                        && LanguageTag.of(wanted.substring(LANGUAGE.length() + 1))
                                .equals(language));
    }

    private List<ContentProperty> properties(
            CodeSystemContent content, int ordinal, @Nullable ConceptReference reference) {
        var found = new LinkedHashMap<String, ContentProperty>();
        var status = content.status(ordinal);
        if (status != null && !status.equalsIgnoreCase("active")) {
            put(found, "status", PROPERTIES + "status", "code", status);
        } else if (content.isDeprecated(ordinal)) {
            put(found, "status", PROPERTIES + "status", "code", "deprecated");
        }
        var own = content.extensions(ordinal);
        var ofValueSet = reference == null ? List.<ContentExtension>of() : reference.extensions();
        show(found, own, "codesystem-label", "label", "label", "string");
        show(found, ofValueSet, "valueset-label", "label", "label", "string");
        show(found, own, "codesystem-conceptOrder", "order", "order", "decimal");
        show(found, ofValueSet, "valueset-conceptOrder", "order", "order", "decimal");
        show(found, own, "itemWeight", "itemWeight", "weight", "decimal");
        show(found, ofValueSet, "itemWeight", "itemWeight", "weight", "decimal");
        for (var wanted : parameters.properties()) {
            addWanted(found, wanted, content, ordinal);
        }
        return List.copyOf(found.values());
    }

    private void show(
            Map<String, ContentProperty> found,
            List<ContentExtension> extensions,
            String extension,
            String property,
            String code,
            String type) {
        extensions.stream()
                .filter(one -> one.url().equals(STRUCTURE + extension))
                .forEach(one -> put(found, code, PROPERTIES + property, type, one.value()));
    }

    private void addWanted(Map<String, ContentProperty> found, String wanted, CodeSystemContent content, int ordinal) {
        if (wanted.equals("definition")) {
            var definition = content.definition(ordinal);
            if (definition != null) {
                put(found, wanted, PROPERTIES + "definition", "string", definition);
            }
            return;
        }
        for (var property : content.properties(ordinal)) {
            if (property.code().equals(wanted)) {
                uri(content, wanted).ifPresent(uri -> properties.putIfAbsent(wanted, uri));
                found.put(wanted, property);
            }
        }
    }

    private static Optional<String> uri(CodeSystemContent content, String code) {
        return content.propertyDefinitions().stream()
                .filter(defined -> defined.code().equals(code))
                .map(PropertyDefinition::uri)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .findFirst();
    }

    private void put(Map<String, ContentProperty> found, String code, String uri, String type, String value) {
        properties.putIfAbsent(code, uri);
        found.put(code, new ContentProperty(code, type, value, null, null));
    }

    private static List<ContentExtension> extensions(
            CodeSystemContent content, int ordinal, @Nullable ConceptReference reference) {
        var kept = new ArrayList<ContentExtension>();
        content.extensions(ordinal).stream()
                .filter(extension -> KEPT.contains(extension.url()))
                .forEach(kept::add);
        if (reference != null) {
            reference.extensions().stream()
                    .filter(extension -> KEPT_OF_VALUE_SET.contains(extension.url()))
                    .forEach(kept::add);
        }
        return kept;
    }
}
