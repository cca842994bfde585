package org.hms.registry.codes.fhir;

import ca.uhn.fhir.context.FhirContext;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.hms.terminology.compile.DefinedContent;
import org.hms.terminology.conceptmap.ConceptMapDefinition;
import org.hms.terminology.resolve.SentResources;
import org.hms.terminology.valueset.ValueSetDefinition;

/**
 * Compiles resources that come with a request, each content once: the same content under any name or at any time is
 * known by its hash, and what has long not been used is forgotten.
 */
final class SentResourceCache {
    private static final int MOST = 2_000;

    private final FhirContext context = FhirContext.forR4Cached();
    private final Cache<String, Object> compiled =
            Caffeine.newBuilder().maximumSize(MOST).build();

    SentResources compile(List<Resource> resources) {
        if (resources.isEmpty()) {
            return SentResources.NONE;
        }
        var codeSystems = new ArrayList<DefinedContent>();
        var valueSets = new ArrayList<ValueSetDefinition>();
        var maps = new ArrayList<ConceptMapDefinition>();
        for (var resource : resources) {
            switch (compile(resource)) {
                case DefinedContent content -> codeSystems.add(content);
                case ValueSetDefinition valueSet -> valueSets.add(valueSet);
                case ConceptMapDefinition map -> maps.add(map);
                default -> {
                    // Other types say nothing about codes.
                }
            }
        }
        return new SentResources(codeSystems, valueSets, maps);
    }

    private Object compile(Resource resource) {
        return switch (resource) {
            case CodeSystem codeSystem ->
                kept(codeSystem, () -> DefinedContent.of(CodeSystemMapping.toDefinition(codeSystem)));
            case ValueSet valueSet -> ValueSetMapping.toDefinition(valueSet);
            case ConceptMap map -> kept(map, () -> ConceptMapMapping.toDefinition(map));
            default -> resource;
        };
    }

    private Object kept(Resource resource, Supplier<Object> compile) {
        return compiled.get(hash(resource), _ -> compile.get());
    }

    private String hash(Resource resource) {
        var json = context.newJsonParser().encodeResourceToString(resource);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
