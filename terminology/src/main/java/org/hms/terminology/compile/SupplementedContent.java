package org.hms.terminology.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.content.ContentDesignation;
import org.hms.terminology.content.ContentExtension;
import org.hms.terminology.content.ContentHeader;
import org.hms.terminology.content.ContentProperty;
import org.hms.terminology.content.PropertyDefinition;
import org.hms.terminology.content.PublicationState;
import org.hms.terminology.content.Supplement;
import org.hms.terminology.texts.ConceptText;
import org.hms.terminology.texts.ConceptTexts;
import org.hms.terminology.texts.SupplementTexts;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** A code system with the texts, properties and extensions that supplements add to its concepts. */
public final class SupplementedContent implements CodeSystemContent, SupplementTexts {
    private final CodeSystemContent base;
    private final List<DefinedContent> supplements;

    private SupplementedContent(CodeSystemContent base, List<DefinedContent> supplements) {
        this.base = base;
        this.supplements = List.copyOf(supplements);
    }

    public static CodeSystemContent of(CodeSystemContent base, List<DefinedContent> supplements) {
        return supplements.isEmpty() ? base : new SupplementedContent(base, supplements);
    }

    @Override
    public List<Supplement> supplements() {
        return supplements.stream().map(DefinedContent::asSupplement).toList();
    }

    @Override
    public List<ConceptText> supplementTexts(int ordinal) {
        var texts = new ArrayList<ConceptText>();
        for (var supplement : supplements) {
            var other = supplement.find(base.code(ordinal));
            if (other < 0) {
                continue;
            }
            var source = supplement.asSupplement();
            if (supplement.hasDisplay(other) && !supplement.display(other).equals(base.display(ordinal))) {
                var language = ConceptTexts.tag(supplement.header().language());
                texts.add(new ConceptText(supplement.display(other), language, true, null, source));
            }
            for (var designation : supplement.designations(other)) {
                var text = ConceptTexts.text(designation);
                texts.add(new ConceptText(text.text(), text.language(), false, designation, source));
            }
        }
        return texts;
    }

    @Override
    public List<ContentProperty> properties(int ordinal) {
        return joined(base.properties(ordinal), ordinal, DefinedContent::properties);
    }

    @Override
    public List<ContentExtension> extensions(int ordinal) {
        return joined(base.extensions(ordinal), ordinal, DefinedContent::extensions);
    }

    @Override
    public List<PropertyDefinition> propertyDefinitions() {
        return Stream.concat(
                        base.propertyDefinitions().stream(),
                        supplements.stream().flatMap(supplement -> supplement.propertyDefinitions().stream()))
                .toList();
    }

    private <T> List<T> joined(List<T> own, int ordinal, BiFunction<DefinedContent, Integer, List<T>> part) {
        var joined = new ArrayList<>(own);
        for (var supplement : supplements) {
            var other = supplement.find(base.code(ordinal));
            if (other >= 0) {
                joined.addAll(part.apply(supplement, other));
            }
        }
        return joined;
    }

    @Override
    public ContentHeader header() {
        return base.header();
    }

    @Override
    public PublicationState state() {
        return base.state();
    }

    @Override
    public int size() {
        return base.size();
    }

    @Override
    public int find(String code) {
        return base.find(code);
    }

    @Override
    public String code(int ordinal) {
        return base.code(ordinal);
    }

    @Override
    public String display(int ordinal) {
        return base.display(ordinal);
    }

    @Override
    public boolean hasDisplay(int ordinal) {
        return base.hasDisplay(ordinal);
    }

    @Override
    public @Nullable String definition(int ordinal) {
        return base.definition(ordinal);
    }

    @Override
    public List<ContentDesignation> designations(int ordinal) {
        return base.designations(ordinal);
    }

    @Override
    public boolean isInactive(int ordinal) {
        return base.isInactive(ordinal);
    }

    @Override
    public boolean isAbstract(int ordinal) {
        return base.isAbstract(ordinal);
    }

    @Override
    public boolean isDeprecated(int ordinal) {
        return base.isDeprecated(ordinal);
    }

    @Override
    public @Nullable String status(int ordinal) {
        return base.status(ordinal);
    }

    @Override
    public boolean isVersionNeeded() {
        return base.isVersionNeeded();
    }

    @Override
    public boolean hasHierarchy() {
        return base.hasHierarchy();
    }

    @Override
    public boolean hasManyParents() {
        return base.hasManyParents();
    }

    @Override
    public int[] parents(int ordinal) {
        return base.parents(ordinal);
    }

    @Override
    public int[] children(int ordinal) {
        return base.children(ordinal);
    }

    @Override
    public boolean subsumes(int ancestor, int descendant) {
        return base.subsumes(ancestor, descendant);
    }

    @Override
    public RoaringBitmap descendants(int ordinal) {
        return base.descendants(ordinal);
    }

    @Override
    public RoaringBitmap ancestors(int ordinal) {
        return base.ancestors(ordinal);
    }

    @Override
    public Optional<RoaringBitmap> filter(String property, String operator, String value) {
        return base.filter(property, operator, value);
    }

    @Override
    public int[] search(String text, RoaringBitmap among) {
        return base.search(text, among);
    }
}
