package org.hms.terminology.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.content.ContentExtension;
import org.hms.terminology.content.ContentProperty;
import org.hms.terminology.content.ForwardingContent;
import org.hms.terminology.content.PropertyDefinition;
import org.hms.terminology.content.Supplement;
import org.hms.terminology.texts.ConceptText;
import org.hms.terminology.texts.ConceptTexts;
import org.hms.terminology.texts.SupplementTexts;

/** A code system with the texts, properties and extensions that supplements add to its concepts. */
public final class SupplementedContent extends ForwardingContent implements SupplementTexts {
    private final List<DefinedContent> supplements;

    private SupplementedContent(CodeSystemContent base, List<DefinedContent> supplements) {
        super(base);
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
            var other = supplement.find(base().code(ordinal));
            if (other < 0) {
                continue;
            }
            var source = supplement.asSupplement();
            if (supplement.hasDisplay(other) && !supplement.display(other).equals(base().display(ordinal))) {
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
        return joined(base().properties(ordinal), ordinal, DefinedContent::properties);
    }

    @Override
    public List<ContentExtension> extensions(int ordinal) {
        return joined(base().extensions(ordinal), ordinal, DefinedContent::extensions);
    }

    @Override
    public List<PropertyDefinition> propertyDefinitions() {
        return Stream.concat(
                        base().propertyDefinitions().stream(),
                        supplements.stream().flatMap(supplement -> supplement.propertyDefinitions().stream()))
                .toList();
    }

    private <T> List<T> joined(List<T> own, int ordinal, BiFunction<DefinedContent, Integer, List<T>> part) {
        var joined = new ArrayList<>(own);
        for (var supplement : supplements) {
            var other = supplement.find(base().code(ordinal));
            if (other >= 0) {
                joined.addAll(part.apply(supplement, other));
            }
        }
        return joined;
    }
}
