package org.hms.registry.patient.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Words that persons are searched by and that are known to be committed; none is ever deleted, so none need be written twice. */
final class WrittenWords {

    private static final int MOST = 200_000;

    private final Set<PersonTerms.Word> known = ConcurrentHashMap.newKeySet();

    List<PersonTerms.Word> missing(Collection<PersonTerms.Word> words) {
        return words.stream().filter(word -> !known.contains(word)).toList();
    }

    void committed(Collection<PersonTerms.Word> words) {
        if (known.size() > MOST) {
            known.clear();
        }
        known.addAll(words);
    }
}
