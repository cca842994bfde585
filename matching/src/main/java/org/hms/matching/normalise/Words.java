package org.hms.matching.normalise;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of one part of a name in their order, and all of them written together. */
public record Words(List<Word> each, Word joined) {
    public static final Words NONE = new Words(List.of(), new Word("", "", ""));

    public Words {
        each = List.copyOf(each);
    }

    public static Words of(List<String> exact) {
        return ofEach(exact.stream().map(Word::of).toList());
    }

    public static Words ofEach(List<Word> each) {
        return switch (each.size()) {
            case 0 -> NONE;
            case 1 -> new Words(each, each.getFirst());
            default -> {
                var joined = new StringBuilder();
                each.forEach(word -> joined.append(word.exact()));
                yield new Words(each, Word.of(joined.toString()));
            }
        };
    }

    public boolean isEmpty() {
        return each.isEmpty();
    }

    public Word first() {
        return each.getFirst();
    }

    public @Nullable Word second() {
        return each.size() > 1 ? each.get(1) : null;
    }

    /** Whether a word of this plain form is among them. */
    public boolean has(String plain) {
        for (int i = 0; i < each.size(); i++) {
            if (each.get(i).plain().equals(plain)) {
                return true;
            }
        }
        return false;
    }

    /** Whether each of these words is among the others, in whatever order; an initial stands for what begins with it. */
    public boolean within(Words others) {
        for (int i = 0; i < each.size(); i++) {
            if (!others.hasOrAbbreviates(each.get(i).plain())) {
                return false;
            }
        }
        return true;
    }

    private boolean hasOrAbbreviates(String plain) {
        for (int i = 0; i < each.size(); i++) {
            var word = each.get(i).plain();
            if (word.equals(plain) || standsFor(word, plain) || standsFor(plain, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean standsFor(String initial, String word) {
        return initial.length() == 1 && !word.isEmpty() && word.charAt(0) == initial.charAt(0);
    }
}
