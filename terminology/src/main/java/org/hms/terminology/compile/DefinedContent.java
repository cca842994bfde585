package org.hms.terminology.compile;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.content.ContentDesignation;
import org.hms.terminology.content.ContentExtension;
import org.hms.terminology.content.ContentHeader;
import org.hms.terminology.content.ContentProperty;
import org.hms.terminology.content.PropertyDefinition;
import org.hms.terminology.content.PublicationState;
import org.hms.terminology.content.Supplement;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** A code system compiled from its definition: immutable, held in memory, safe for many threads. */
public final class DefinedContent implements CodeSystemContent {
    private final CodeSystemDefinition definition;
    private final ConceptOrder order;
    private final ConceptStates states;
    private final ConceptFilters filters;
    private final TextSearch search;
    private final int mostParents;

    private DefinedContent(CodeSystemDefinition definition) {
        this.definition = definition;
        this.order = ConceptOrder.of(definition);
        this.states = ConceptStates.of(definition, order.concepts());
        this.filters = new ConceptFilters(this, states.groupCodes());
        this.search = new TextSearch(order.concepts());
        this.mostParents = Stream.of(order.parents())
                .mapToInt(parents -> parents.length)
                .max()
                .orElse(0);
    }

    public static DefinedContent of(CodeSystemDefinition definition) {
        return new DefinedContent(definition);
    }

    /** The canonical of the system this is a supplement to; null where it is a system of its own. */
    public @Nullable String base() {
        return definition.supplements();
    }

    public Supplement asSupplement() {
        return new Supplement(header().url(), header().version(), definition.languagePack());
    }

    @Override
    public ContentHeader header() {
        return definition.header();
    }

    @Override
    public PublicationState state() {
        return definition.state();
    }

    @Override
    public int size() {
        return order.concepts().size();
    }

    @Override
    public int find(String code) {
        return order.ordinals().getOrDefault(ConceptOrder.key(code, header().caseSensitive()), -1);
    }

    @Override
    public String code(int ordinal) {
        return concept(ordinal).code();
    }

    @Override
    public String display(int ordinal) {
        var display = concept(ordinal).display();
        return display == null ? code(ordinal) : display;
    }

    @Override
    public boolean hasDisplay(int ordinal) {
        return concept(ordinal).display() != null;
    }

    @Override
    public @Nullable String definition(int ordinal) {
        return concept(ordinal).definition();
    }

    @Override
    public List<ContentDesignation> designations(int ordinal) {
        return concept(ordinal).designations();
    }

    @Override
    public List<ContentProperty> properties(int ordinal) {
        return concept(ordinal).properties();
    }

    @Override
    public List<ContentExtension> extensions(int ordinal) {
        return concept(ordinal).extensions();
    }

    @Override
    public List<PropertyDefinition> propertyDefinitions() {
        return definition.properties();
    }

    @Override
    public boolean isInactive(int ordinal) {
        return states.inactive().contains(ordinal);
    }

    @Override
    public boolean isAbstract(int ordinal) {
        return states.groups().contains(ordinal);
    }

    @Override
    public boolean isDeprecated(int ordinal) {
        return states.deprecated().contains(ordinal);
    }

    @Override
    public @Nullable String status(int ordinal) {
        return states.words()[ordinal];
    }

    @Override
    public boolean isVersionNeeded() {
        return definition.versionNeeded();
    }

    @Override
    public boolean hasHierarchy() {
        return mostParents > 0;
    }

    @Override
    public boolean hasManyParents() {
        return mostParents > 1;
    }

    @Override
    public int[] parents(int ordinal) {
        return order.parents()[ordinal].clone();
    }

    @Override
    public int[] children(int ordinal) {
        return order.children()[ordinal].clone();
    }

    @Override
    public boolean subsumes(int ancestor, int descendant) {
        return ancestor == descendant || ancestors(descendant).contains(ancestor);
    }

    @Override
    public RoaringBitmap descendants(int ordinal) {
        return reached(ordinal, order.children());
    }

    @Override
    public RoaringBitmap ancestors(int ordinal) {
        return reached(ordinal, order.parents());
    }

    @Override
    public Optional<RoaringBitmap> filter(String property, String operator, String value) {
        return filters.select(property, operator, value);
    }

    @Override
    public int[] search(String text, RoaringBitmap among) {
        return search.find(text, among);
    }

    private DefinedConcept concept(int ordinal) {
        return order.concepts().get(ordinal);
    }

    private static RoaringBitmap reached(int from, int[][] steps) {
        var reached = new RoaringBitmap();
        var waiting = new ArrayDeque<Integer>(List.of(from));
        while (!waiting.isEmpty()) {
            for (var next : steps[waiting.pop()]) {
                if (next != from && reached.checkedAdd(next)) {
                    waiting.push(next);
                }
            }
        }
        return reached;
    }
}
