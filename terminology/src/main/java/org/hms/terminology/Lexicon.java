package org.hms.terminology;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hms.terminology.concept.ConceptBook;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.SchemeVersion;
import org.hms.terminology.search.TermIndex;
import org.hms.terminology.translate.Translator;
import org.jspecify.annotations.Nullable;

/** The lexicon's current version with the views made from it; replaced as a whole when another version is loaded. */
record Lexicon(
        @Nullable SchemeVersion scheme,
        ConceptBook book,
        TermIndex index,
        Translator translator,
        Set<String> languages,
        LexiconContent content) {
    Lexicon {
        languages = Set.copyOf(languages);
    }

    static Lexicon of(@Nullable SchemeVersion scheme, ConceptBook book) {
        var index = TermIndex.of(book);
        var languages = book.concepts().stream()
                .flatMap(concept -> concept.designations().stream())
                .map(Designation::language)
                .collect(Collectors.toSet());
        var content = new LexiconContent(scheme, book, index);
        return new Lexicon(scheme, book, index, new Translator(book, index), languages, content);
    }

    static Lexicon empty() {
        return of(null, new ConceptBook(List.of()));
    }
}
