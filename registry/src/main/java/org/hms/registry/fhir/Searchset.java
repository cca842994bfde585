package org.hms.registry.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Builds one page of a search: the handler adds the page's matches (it has applied count and offset) and says how many
 * there are in all; links, full URLs and modes follow from the request.
 */
public final class Searchset {
    private final FhirRequest request;
    private final @Nullable Integer total;
    private final boolean more;
    private final Map<String, BundleEntryComponent> matches = new LinkedHashMap<>();
    private final Map<String, BundleEntryComponent> companions = new LinkedHashMap<>();

    private Searchset(FhirRequest request, @Nullable Integer total, boolean more) {
        this.request = request;
        this.total = total;
        this.more = more;
    }

    public static Searchset of(FhirRequest request, int total) {
        var query = request.query();
        return new Searchset(request, total, (long) query.offset() + query.count() < total);
    }

    /** Of a search that knows whether there is more, and only sometimes how much. */
    public static Searchset of(FhirRequest request, @Nullable Integer total, boolean more) {
        return new Searchset(request, total, more);
    }

    public Searchset match(Resource resource) {
        add(matches, resource, SearchEntryMode.MATCH);
        return this;
    }

    /** A match with its score from 0 to 1 and what else there is to say about it, such as its grade. */
    public Searchset match(Resource resource, double score, Extension... saying) {
        var search = add(matches, resource, SearchEntryMode.MATCH).getSearch().setScore(score);
        for (var extension : saying) {
            search.addExtension(extension);
        }
        return this;
    }

    /** A resource that comes along; once, and not at all when it is a match itself. */
    public Searchset include(Resource resource) {
        add(companions, resource, SearchEntryMode.INCLUDE);
        return this;
    }

    public Bundle bundle() {
        var bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        if (total != null) {
            bundle.setTotal(total);
        }
        addLinks(bundle);
        if (!onlyCounts()) {
            matches.values().forEach(bundle::addEntry);
            companions.entrySet().stream()
                    .filter(companion -> !matches.containsKey(companion.getKey()))
                    .forEach(companion -> bundle.addEntry(companion.getValue()));
        }
        return bundle;
    }

    public FhirAnswer answer() {
        return FhirAnswer.ok(bundle());
    }

    private boolean onlyCounts() {
        return request.query().count() == 0
                || request.query().control().rendering().summary() == Rendering.Summary.COUNT;
    }

    private BundleEntryComponent add(
            Map<String, BundleEntryComponent> entries, Resource resource, SearchEntryMode mode) {
        var path = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        return entries.computeIfAbsent(path, fresh -> {
            var entry = new BundleEntryComponent().setResource(resource);
            entry.getSearch().setMode(mode);
            return resource.getIdElement().hasIdPart() ? entry.setFullUrl(request.base() + "/" + path) : entry;
        });
    }

    private void addLinks(Bundle bundle) {
        var count = request.query().count();
        var offset = request.query().offset();
        var pages = new ArrayList<>(List.of(Map.entry("self", offset)));
        if (!onlyCounts()) {
            pages.add(Map.entry("first", 0));
            if (offset > 0) {
                pages.add(Map.entry("previous", Math.max(0, offset - count)));
            }
            if (more) {
                pages.add(Map.entry("next", offset + count));
            }
        }
        for (var page : pages) {
            bundle.addLink()
                    .setRelation(page.getKey())
                    .setUrl(request.base() + "/" + request.type() + "?"
                            + request.query().page(page.getValue()));
        }
    }
}
