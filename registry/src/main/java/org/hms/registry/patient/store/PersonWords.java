package org.hms.registry.patient.store;

import java.util.List;
import org.hms.registry.patient.PersonCondition.Field;
import org.hms.registry.patient.PersonSearch.TooCostly;
import org.jdbi.v3.core.Handle;

/** The words that stand in golden records; a text within a word is looked for here, where each word stands once. */
final class PersonWords {

    private static final int MOST = 2_000;

    private final Handle handle;

    PersonWords(Handle handle) {
        this.handle = handle;
    }

    /**
     * The beginnings of what contains the folded text: whole words that contain it, or, where it has several words, a word that
     * ends with the first of them and then the others. Folding leaves no wildcard to escape.
     */
    List<String> beginningsWith(Field field, String folded) {
        int space = folded.indexOf(' ');
        var pattern = space < 0 ? "%" + folded + "%" : "%" + folded.substring(0, space);
        var rest = space < 0 ? "" : folded.substring(space);
        var found = handle.createQuery(
                        "SELECT word FROM person_word WHERE field = :field AND word LIKE :pattern LIMIT :most")
                .bind("field", PersonTerms.letter(field))
                .bind("pattern", pattern)
                .bind("most", MOST + 1)
                .mapTo(String.class)
                .list();
        if (found.size() > MOST) {
            throw new TooCostly("More than " + MOST + " words contain this text; a longer one narrows the search");
        }
        return found.stream().map(word -> word + rest).toList();
    }
}
