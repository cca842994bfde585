package org.hms.terminology.load.icd11;

import java.util.Optional;
import java.util.regex.Pattern;

/** By which URL WHO knows an entity of MMS: the release, and the number with {@code /other} or {@code /unspecified} behind it. */
record EntityUrl(String release, String number) {
    private static final Pattern FORM = Pattern.compile(
            "https?://[^/]+/icd/release/11/([0-9]{4}-[0-9]{2})/mms/([0-9]{1,19}(?:/(?:other|unspecified))?)");

    private static final Pattern ROOT = Pattern.compile("https?://[^/]+/icd/release/11/[^/]+/mms/?");

    static Optional<EntityUrl> read(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new EntityUrl(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** Whether the URL is that of the whole linearization, which is no entity of it. */
    static boolean isRoot(String text) {
        return ROOT.matcher(text).matches();
    }
}
