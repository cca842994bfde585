package org.hms.terminology.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.hms.terminology.concept.Designation;

/**
 * What a label also reads: without what stands in brackets, and, where it joins two words by "o", with each of them alone:
 * "dolor o ardor al orinar" is "dolor al orinar" as well.
 */
final class LabelForms {
    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^)]*\\)");
    private static final Pattern BRACKETS = Pattern.compile("[()]");
    private static final Pattern EITHER = Pattern.compile("(?U)(\\w+) o (\\w+)");

    private LabelForms() {}

    static List<String> of(Designation designation) {
        var forms = new LinkedHashSet<String>();
        var text = designation.text();
        forms.add(text);
        if (text.indexOf('(') >= 0) {
            addUnlessBlank(forms, IN_BRACKETS.matcher(text).replaceAll(""));
            addUnlessBlank(forms, BRACKETS.matcher(text).replaceAll(" "));
        }
        if (designation.language().startsWith("es")) {
            var either = EITHER.matcher(text);
            if (either.find()) {
                addUnlessBlank(forms, either.replaceFirst("$1"));
                addUnlessBlank(forms, either.replaceFirst("$2"));
            }
        }
        return List.copyOf(forms);
    }

    private static void addUnlessBlank(LinkedHashSet<String> forms, String text) {
        if (text.chars().anyMatch(Character::isLetter)) {
            forms.add(text.strip());
        }
    }
}
