package org.hms.registry.codes.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.hms.terminology.compile.DefinedContent;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.valueset.ConceptSelection;
import org.hms.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The code systems and value sets that FHIR R4 itself defines, from the library that ships them. The files are read when
 * one is first asked for, and each resource is compiled when it is.
 */
final class FhirDefinitions {
    private static final String FOLDER = "/org/hl7/fhir/r4/model/valueset/";
    private static final List<String> FILES = List.of("valuesets.xml", "v3-codesystems.xml");
    private static final List<String> OWN =
            List.of("http://hl7.org/fhir/", "http://terminology.hl7.org/", "http://unitsofmeasure.org");
    private static final Pattern RESOURCE =
            Pattern.compile("<resource>\\s*<(CodeSystem|ValueSet)\\b(.*?)</\\1>", Pattern.DOTALL);
    private static final Pattern URL = Pattern.compile("<url value=\"([^\"]+)\"");
    private static final Pattern ALL_CODES = Pattern.compile("\n {4}<valueSet value=\"([^\"]+)\"");
    private static final String ALL = "All codes ";
    private static final String NAMESPACE = " xmlns=\"http://hl7.org/fhir\"";

    private final FhirContext context = FhirContext.forR4Cached();
    private final Map<String, Optional<DefinedContent>> codeSystems = new ConcurrentHashMap<>();
    private final Map<String, Optional<ValueSetDefinition>> valueSets = new ConcurrentHashMap<>();
    private volatile @Nullable Map<String, String> texts;

    List<CodeSystemContent> codeSystem(String url) {
        return isOwn(url)
                ? codeSystems
                        .computeIfAbsent(
                                url,
                                key -> parse("CodeSystem", key, CodeSystem.class)
                                        .map(found -> DefinedContent.of(CodeSystemMapping.toDefinition(found))))
                        .stream()
                        .map(CodeSystemContent.class::cast)
                        .toList()
                : List.of();
    }

    List<ValueSetDefinition> valueSet(String url) {
        return isOwn(url)
                ? valueSets
                        .computeIfAbsent(
                                url,
                                key -> parse("ValueSet", key, ValueSet.class)
                                        .map(ValueSetMapping::toDefinition)
                                        .or(() -> allCodes(key)))
                        .stream()
                        .toList()
                : List.of();
    }

    /** A code system may name the value set of all its codes, which is not always there itself. */
    private Optional<ValueSetDefinition> allCodes(String url) {
        return Optional.ofNullable(texts().get(ALL + url))
                .flatMap(system -> codeSystem(system).stream().findFirst())
                .map(content -> ValueSetDefinition.of(
                        url,
                        content.header().version(),
                        ConceptSelection.wholeSystem(
                                content.header().url(), content.header().version())));
    }

    /** Only what is there is kept, so that questions about what is not cannot fill the memory. */
    private boolean isOwn(String url) {
        return OWN.stream().anyMatch(url::startsWith)
                && (texts().containsKey("CodeSystem " + url)
                        || texts().containsKey("ValueSet " + url)
                        || texts().containsKey(ALL + url));
    }

    private <T extends Resource> Optional<T> parse(String type, String url, Class<T> wanted) {
        return Optional.ofNullable(texts().get(type + " " + url))
                .map(text -> wanted.cast(context.newXmlParser().parseResource(text)));
    }

    private Map<String, String> texts() {
        var known = texts;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            var read = new HashMap<String, String>();
            FILES.forEach(file -> read(file, read));
            texts = read;
            return read;
        }
    }

    private static void read(String file, Map<String, String> texts) {
        try (var in = FhirDefinitions.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("FHIR's own value sets are not on the class path");
            }
            var resources = RESOURCE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (resources.find()) {
                var type = resources.group(1);
                var body = resources.group(2);
                var url = URL.matcher(body);
                if (url.find()) {
                    var start = body.contains("xmlns=\"http://hl7.org/fhir\"") ? "<" + type : "<" + type + NAMESPACE;
                    texts.putIfAbsent(type + " " + url.group(1), start + body + "</" + type + ">");
                    var all = ALL_CODES.matcher(body);
                    if (type.equals("CodeSystem") && all.find()) {
                        texts.putIfAbsent(ALL + all.group(1), url.group(1));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
