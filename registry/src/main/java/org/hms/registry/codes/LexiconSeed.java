package org.hms.registry.codes;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.hms.seed.SeedData;
import org.hms.terminology.LexiconOutcome;
import org.hms.terminology.TerminologyService;

/**
 * Loads the lexicon that ships; a second time changes nothing. Once editors have published a version of their own, what ships
 * no longer takes its place: its news have to be proposed like any other.
 */
public final class LexiconSeed {
    private static final String DATA_SET = "guarani-lexicon";

    private LexiconSeed() {}

    /** @throws IllegalStateException if the terminology refuses it, which a build must not let pass */
    public static LexiconOutcome load(TerminologyService terminology) {
        var current = terminology.lexicons().currentLexicon();
        if (current.isPresent() && terminology.lexicons().lexiconIsEdited()) {
            return new LexiconOutcome.Unchanged(current.get());
        }
        var dataSet = SeedData.dataSet(DATA_SET);
        try (var csv = SeedData.open(dataSet)) {
            var outcome = terminology.lexicons().loadLexicon(csv, dataSet.version());
            if (outcome instanceof LexiconOutcome.Refused(var findings)) {
                throw new IllegalStateException("The lexicon that ships is refused: " + findings.getFirst());
            }
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException("The lexicon that ships cannot be read", e);
        }
    }
}
