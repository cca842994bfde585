package org.hms.registry.termwork;

import org.jspecify.annotations.Nullable;

/** What is counted of questions about words and concepts, by whichever door they come. */
public interface TermUse {

    /** Where nothing is counted. */
    TermUse NONE = new TermUse() {
        @Override
        public void asked(String caller, String text, @Nullable String language, boolean known) {
            // Nobody counts.
        }

        @Override
        public boolean accepts(@Nullable String district) {
            return true;
        }

        @Override
        public void lookedUp(String concept, @Nullable String district) {
            // Nobody counts.
        }
    };

    /** A caller asked for these words, and the lexicon did or did not know them. */
    void asked(String caller, String text, @Nullable String language, boolean known);

    /** Whether a district that comes with a question is one; where nothing is counted by district, whatever comes is. */
    boolean accepts(@Nullable String district);

    /** A concept was looked up or translated for somebody who lives in the district, where one is said. */
    void lookedUp(String concept, @Nullable String district);
}
