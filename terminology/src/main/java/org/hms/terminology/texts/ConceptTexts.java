package org.hms.terminology.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hms.terminology.ask.AcceptedLanguages;
import org.hms.terminology.ask.AcceptedLanguages.Wish;
import org.hms.terminology.ask.LanguageTag;
import org.hms.terminology.ask.LanguageTag.Depth;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.content.ContentDesignation;
import org.hms.terminology.valueset.ConceptReference;
import org.jspecify.annotations.Nullable;

/** All texts of one concept, those of the value set that names it included: which one is shown, and which are right. */
public final class ConceptTexts {
    private final List<ConceptText> all = new ArrayList<>();

    /** How a text that was given stands to those that are right. */
    public enum Fit {
        SAME,
        OTHER_SPACES,
        NONE
    }

    public static ConceptTexts of(CodeSystemContent content, int ordinal) {
        var texts = new ConceptTexts();
        texts.add(content, ordinal);
        return texts;
    }

    public void add(CodeSystemContent content, int ordinal) {
        var designations = content.designations(ordinal);
        var display = content.hasDisplay(ordinal) ? content.display(ordinal) : null;
        var again = designations.stream()
                .filter(designation -> designation.text().equals(display) && isAgain(designation, content))
                .findFirst()
                .orElse(null);
        if (display != null) {
            var language =
                    again == null || again.language() == null ? content.header().language() : again.language();
            all.add(new ConceptText(display, tag(language), true, null, null));
        }
        // A designation that says its use stays, though it repeats the display.
        designations.stream()
                .filter(designation -> designation.useCode() != null || !designation.equals(again))
                .forEach(designation -> all.add(text(designation)));
        if (content instanceof SupplementTexts supplemented) {
            all.addAll(supplemented.supplementTexts(ordinal));
        }
    }

    /** The same with the texts that were right once, by which a code is still known. */
    public static ConceptTexts withFormer(CodeSystemContent content, int ordinal) {
        var texts = of(content, ordinal);
        content.inactiveDesignations(ordinal).forEach(designation -> texts.all.add(text(designation)));
        return texts;
    }

    /** The texts a value set gives a code it names. */
    public void add(ConceptReference reference, @Nullable String language) {
        if (reference.display() != null) {
            all.add(new ConceptText(reference.display(), tag(language), true, null, null));
        }
        reference.designations().forEach(designation -> all.add(text(designation)));
    }

    public static ConceptText text(ContentDesignation designation) {
        return new ConceptText(designation.text(), tag(designation.language()), false, designation, null);
    }

    public static @Nullable LanguageTag tag(@Nullable String language) {
        return language == null || language.isBlank() ? null : LanguageTag.of(language);
    }

    public List<ConceptText> list() {
        return all;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The text by which the concept goes in the first of the languages that has one. */
    public Optional<ConceptText> preferred(@Nullable AcceptedLanguages languages) {
        return languages == null ? preferred() : Optional.ofNullable(inLanguages(languages));
    }

    public @Nullable String preferredText(@Nullable AcceptedLanguages languages) {
        return preferred(languages).map(ConceptText::text).orElse(null);
    }

    private Optional<ConceptText> preferred() {
        return first(text -> text.isPreferred() && text.isActive())
                .or(() -> first(ConceptText::isDisplay))
                .or(() -> first(_ -> true));
    }

    private @Nullable ConceptText inLanguages(AcceptedLanguages languages) {
        for (var wish : languages.wishes()) {
            for (var depth : Depth.values()) {
                var found = first(text -> matches(wish, text, depth) && text.isDisplay())
                        .or(() -> first(text -> matches(wish, text, depth) && text.isPreferred()))
                        .or(() -> first(text -> matches(wish, text, depth)));
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        return first(text -> text.language() == null && text.isDisplay()).orElse(null);
    }

    private Optional<ConceptText> first(Predicate<ConceptText> wanted) {
        return all.stream().filter(wanted).findFirst();
    }

    /** Whether the text is one of the concept's in these languages, case aside. */
    public Fit fit(String text, @Nullable AcceptedLanguages languages, @Nullable LanguageTag own, boolean activeOnly) {
        var candidates = all.stream()
                .filter(candidate -> serves(languages, candidate, Depth.LANGUAGE, own))
                .filter(candidate -> !activeOnly || candidate.isActive())
                .map(ConceptText::text)
                .toList();
        if (candidates.stream().anyMatch(candidate -> candidate.equalsIgnoreCase(text))) {
            return Fit.SAME;
        }
        var plain = plain(text);
        return candidates.stream().anyMatch(candidate -> plain(candidate).equals(plain)) ? Fit.OTHER_SPACES : Fit.NONE;
    }

    /** Whether it is one of the texts in the system's own language, or in none. */
    public boolean isOwn(String text, @Nullable LanguageTag own) {
        return all.stream()
                .filter(candidate -> candidate.language() == null
                        || own == null
                        || candidate.language().matches(own, Depth.LANGUAGE))
                .anyMatch(candidate -> candidate.text().equalsIgnoreCase(text));
    }

    /** How many texts there are in these languages, in the narrowest sense in which there are any. */
    public int count(@Nullable AcceptedLanguages languages, boolean displaysOnly) {
        return Stream.of(Depth.values())
                .mapToInt(depth -> (int) all.stream()
                        .filter(text -> !displaysOnly || text.isDisplay())
                        .filter(text -> serves(languages, text, depth, null))
                        .map(ConceptText::shown)
                        .distinct()
                        .count())
                .filter(count -> count > 0)
                .findFirst()
                .orElse(0);
    }

    /** The displays in these languages, or all where there are none, as a message lists them. */
    public String shown(@Nullable AcceptedLanguages languages) {
        var displays = all.stream().filter(ConceptText::isDisplay).toList();
        var wanted = displays.stream()
                .filter(text -> serves(languages, text, Depth.LANGUAGE, null))
                .toList();
        var shown = (wanted.isEmpty() ? displays : wanted)
                .stream().map(ConceptText::shown).distinct().toList();
        return shown.size() < 2
                ? String.join("", shown)
                : String.join(", ", shown.subList(0, shown.size() - 1)) + " or " + shown.getLast();
    }

    private static boolean serves(
            @Nullable AcceptedLanguages languages, ConceptText text, Depth depth, @Nullable LanguageTag own) {
        var language = text.language();
        if (language == null || languages == null || (own != null && language.matches(own, Depth.LANGUAGE))) {
            return true;
        }
        return languages.wishes().stream().anyMatch(wish -> matches(wish, text, depth));
    }

    private static boolean matches(Wish wish, ConceptText text, Depth depth) {
        var language = text.language();
        return wish.quality() > 0
                && (wish.isAny() || (language != null && wish.tag().matches(language, depth)));
    }

    /** Whether a text that is the display says no more than that it is. */
    private static boolean isAgain(ContentDesignation designation, CodeSystemContent content) {
        return designation.useCode() == null
                ? Objects.equals(designation.language(), content.header().language())
                : text(designation).isDisplay();
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
