package org.hms.registry.codes.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.ValueSet;
import org.hms.registry.codes.CanonicalResource;
import org.hms.registry.codes.CanonicalStore;
import org.junit.jupiter.api.Test;

/** What editors store is taken in one by one, and answers as if all had been read anew. */
class StoredResourcesTest {
    private static final String URL = "http://example.org/stored";

    /** Says what was asked of it. */
    private static final class WatchedStore implements CanonicalStore {
        private final CodesQuestions.MemoryStore store = new CodesQuestions.MemoryStore();
        private int readings;

        @Override
        public Stored since(long change) {
            readings++;
            return store.since(change);
        }

        @Override
        public List<CanonicalResource> listVersions(String type, String id) {
            return store.listVersions(type, id);
        }

        @Override
        public boolean add(CanonicalResource resource) {
            return store.add(resource);
        }
    }

    private final WatchedStore store = new WatchedStore();
    private final StoredResources stored = new StoredResources(store);

    @Test
    void aWriteReadsNoOtherResourceAgain() {
        for (var at = 0; at < 500; at++) {
            put(1, system("s" + at, URL + "/" + at, "1", "a"));
        }

        assertThat(store.readings).isEqualTo(1);
        assertThat(stored.list("CodeSystem")).hasSize(500);
        assertThat(stored.list("CodeSystem", URL + "/77"))
                .extracting(CanonicalResource::id)
                .containsExactly("s77");
        assertThat(stored.find("CodeSystem", "s499")).isPresent();
    }

    @Test
    void theLastVersionAloneAnswersAndUnderItsOwnUrl() {
        put(1, system("one", URL, "1", "a"));
        put(1, system("two", URL, "2", "a"));
        put(2, system("one", URL + "/moved", "1", "a", "b"));
        put(1, system("one", URL, "1", "late"));

        assertThat(stored.codeSystems(URL))
                .extracting(content -> content.header().version())
                .containsExactly("2");
        assertThat(stored.codeSystems(URL + "/moved"))
                .singleElement()
                .satisfies(content -> assertThat(content.find("b")).isNotNegative());
        assertThat(stored.list("CodeSystem")).hasSize(2);
    }

    @Test
    void aSupplementIsNoSystemOfItsOwnAndIsFoundByWhatItAddsTo() {
        var supplement = system("more", URL + "/more", "1", "a").setSupplements(URL + "|1");
        put(1, system("one", URL, "1", "a"));
        put(1, supplement);

        assertThat(stored.codeSystems(URL + "/more")).isEmpty();
        assertThat(stored.supplementsTo(URL)).hasSize(1);
    }

    @Test
    void eachIsFoundAsWhatItIs() {
        put(1, system("one", URL, "1", "a"));
        put(1, named(new ValueSet().setUrl(URL).setName("v"), "set"));
        put(1, named(new ConceptMap().setUrl(URL + "/map").setName("m"), "map"));

        assertThat(stored.codeSystems(URL)).hasSize(1);
        assertThat(stored.valueSets(URL)).hasSize(1);
        assertThat(stored.maps()).hasSize(1);
        assertThat(new StoredResources(store).valueSets(URL)).hasSize(1);
    }

    @Test
    void whatOthersStoreIsTakenInOnceAndByItself() {
        put(1, system("mine", URL, "1", "a"));
        var others = new StoredResources(store);
        put(2, system("mine", URL, "1", "a", "b"));
        put(1, system("yours", URL + "/yours", "1", "a"));

        assertThat(others.codeSystems(URL + "/yours")).isEmpty();
        others.follow();
        var taken = others.codeSystems(URL).getFirst();
        others.follow();

        assertThat(taken.find("b")).isNotNegative();
        assertThat(others.codeSystems(URL + "/yours")).hasSize(1);
        assertThat(others.codeSystems(URL).getFirst()).isSameAs(taken);
    }

    private static CodeSystem system(String id, String url, String version, String... codes) {
        var system = new CodeSystem();
        system.setUrl(url).setVersion(version).setName(id).setId(id);
        List.of(codes).forEach(code -> system.addConcept().setCode(code));
        return system;
    }

    private static MetadataResource named(MetadataResource resource, String id) {
        resource.setId(id);
        return resource;
    }

    private void put(int version, MetadataResource canonical) {
        var content = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(canonical);
        var row = new CanonicalResource(
                canonical.fhirType(),
                canonical.getIdElement().getIdPart(),
                version,
                canonical.getUrl(),
                canonical.getVersion(),
                canonical.getName(),
                "active",
                content,
                Instant.EPOCH,
                "test");
        store.add(row);
        stored.put(row, StoredResources.compile(canonical));
    }
}
