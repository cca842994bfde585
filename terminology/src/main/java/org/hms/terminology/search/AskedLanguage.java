package org.hms.terminology.search;

import java.util.HashMap;
import java.util.Map;
import org.hms.terminology.language.LanguageChain;
import org.jspecify.annotations.Nullable;

/** The language a search was asked in, and how well words of the others serve it; each is weighed once. */
final class AskedLanguage {
    private final @Nullable String asked;
    private final Map<String, Double> fits = new HashMap<>();

    AskedLanguage(@Nullable String asked) {
        this.asked = asked;
    }

    boolean isOpen() {
        return asked == null || asked.isBlank();
    }

    double fit(String offered) {
        return fits.computeIfAbsent(offered, language -> LanguageChain.fit(asked, language));
    }
}
