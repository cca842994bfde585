package org.hms.terminology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hms.terminology.compile.ConceptFilters;
import org.hms.terminology.compile.LabelledContent;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.ConceptBook;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.SchemeVersion;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.content.ContentHeader;
import org.hms.terminology.content.ContentProperty;
import org.hms.terminology.content.PropertyDefinition;
import org.hms.terminology.search.TermIndex;
import org.hms.terminology.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** The lexicon seen as a code system: its concepts are codes without a hierarchy. */
final class LexiconContent extends LabelledContent {
    private static final List<PropertyDefinition> PROPERTIES = Stream.of(
                    "category", "confidence", "reviewStatus", "referOrConfirm", "sameAs")
            .map(code -> new PropertyDefinition(code, null, "code"))
            .toList();

    private final List<Concept> concepts;
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final TermIndex index;
    private final ConceptFilters filters;

    LexiconContent(@Nullable SchemeVersion scheme, ConceptBook book, TermIndex index) {
        super(new ContentHeader(
                SystemUri.LEXICON,
                scheme == null ? null : scheme.version(),
                "GuaraniHealthLexicon",
                scheme == null ? null : scheme.title(),
                "gn",
                "complete",
                true,
                null));
        this.concepts = List.copyOf(book.concepts());
        for (var ordinal = 0; ordinal < concepts.size(); ordinal++) {
            ordinals.put(concepts.get(ordinal).id(), ordinal);
        }
        this.index = index;
        this.filters = new ConceptFilters(this, Set.of());
    }

    @Override
    public int size() {
        return concepts.size();
    }

    @Override
    public int find(String code) {
        return ordinals.getOrDefault(code, -1);
    }

    @Override
    public String code(int ordinal) {
        return concepts.get(ordinal).id();
    }

    @Override
    public String display(int ordinal) {
        return concepts.get(ordinal).preferred().text();
    }

    @Override
    public @Nullable String definition(int ordinal) {
        return concepts.get(ordinal).definition();
    }

    @Override
    protected List<Designation> labels(int ordinal) {
        return concepts.get(ordinal).designations();
    }

    @Override
    protected ConceptFilters filters() {
        return filters;
    }

    @Override
    public List<ContentProperty> properties(int ordinal) {
        var concept = concepts.get(ordinal);
        var properties = new ArrayList<ContentProperty>();
        properties.add(property("category", concept.category()));
        properties.add(property("confidence", concept.provenance().confidence().word()));
        properties.add(
                property("reviewStatus", concept.provenance().reviewStatus().word()));
        if (concept.isFolkIllness()) {
            properties.add(property("referOrConfirm", "true"));
        }
        if (concept.sameAs() != null) {
            properties.add(property("sameAs", concept.sameAs()));
        }
        return properties;
    }

    private static ContentProperty property(String code, String value) {
        return new ContentProperty(code, "code", value, null, null);
    }

    @Override
    public List<PropertyDefinition> propertyDefinitions() {
        return PROPERTIES;
    }

    @Override
    public boolean isAbstract(int ordinal) {
        return false;
    }

    @Override
    public int[] parents(int ordinal) {
        return new int[0];
    }

    @Override
    public int[] children(int ordinal) {
        return new int[0];
    }

    @Override
    public boolean subsumes(int ancestor, int descendant) {
        return ancestor == descendant;
    }

    @Override
    public RoaringBitmap descendants(int ordinal) {
        return new RoaringBitmap();
    }

    @Override
    public RoaringBitmap ancestors(int ordinal) {
        return new RoaringBitmap();
    }

    @Override
    public boolean hasHierarchy() {
        return false;
    }

    /** As the search of words finds them, with its best hits first. */
    @Override
    public int[] search(String text, RoaringBitmap among) {
        return index.search(TermQuery.of(text, TermQuery.MAX_COUNT)).stream()
                .mapToInt(hit -> find(hit.conceptId()))
                .filter(ordinal -> ordinal >= 0 && among.contains(ordinal))
                .toArray();
    }
}
