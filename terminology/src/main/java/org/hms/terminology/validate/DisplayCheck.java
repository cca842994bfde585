package org.hms.terminology.validate;

import org.hms.terminology.ask.LanguageTag;
import org.hms.terminology.ask.TerminologyParameters;
import org.hms.terminology.issue.Issue;
import org.hms.terminology.issue.Message;
import org.hms.terminology.issue.Severity;
import org.hms.terminology.texts.ConceptText;
import org.hms.terminology.texts.ConceptTexts;
import org.hms.terminology.texts.ConceptTexts.Fit;
import org.jspecify.annotations.Nullable;

/** Whether the display that came with a code is one of its texts in the languages wished. */
final class DisplayCheck {
    private static final String WRONG = "Display_Name_for__should_be_one_of__instead_of";
    private static final String WRONG_SPACES = "Display_Name_WS_for__should_be_one_of__instead_of";

    private final TerminologyParameters parameters;
    private final Remarks remarks;

    DisplayCheck(TerminologyParameters parameters, Remarks remarks) {
        this.parameters = parameters;
        this.remarks = remarks;
    }

    /** For a member of the value set. */
    void ofMember(AskedCode asked, ConceptTexts texts, @Nullable LanguageTag own, String place) {
        var display = asked.display();
        if (display == null || texts.isEmpty()) {
            return;
        }
        var fit = texts.fit(display, parameters.languages(), null, false);
        if (fit == Fit.SAME) {
            sayOutdated(asked, display, texts, place);
            return;
        }
        var displays = texts.count(parameters.languages(), true);
        var count = displays == 0 ? texts.count(parameters.languages(), false) : displays;
        if (count == 0) {
            sayNoneInLanguage(asked, display, texts, own, place);
        } else {
            var severity = displays == 0 ? Severity.WARNING : severity();
            say(severity, wrong(fit, count, asked, display, texts), place);
        }
    }

    /** For a code that its system knows, though it is not of the value set. */
    void ofStranger(AskedCode asked, ConceptTexts texts, @Nullable LanguageTag own, String place) {
        var display = asked.display();
        if (display == null || texts.isEmpty()) {
            return;
        }
        var fit = texts.fit(display, parameters.languages(), own, false);
        if (fit == Fit.SAME) {
            return;
        }
        var count = texts.count(parameters.languages(), true);
        if (count == 0) {
            var message = Message.of(
                    "NO_VALID_DISPLAY_AT_ALL", display, asked.system(), asked.code(), parameters.languagesShown());
            say(Severity.WARNING, message, place);
        } else {
            say(severity(), wrong(fit, count, asked, display, texts), place);
        }
    }

    private void sayOutdated(AskedCode asked, String display, ConceptTexts texts, String place) {
        if (texts.fit(display, parameters.languages(), null, true) == Fit.SAME) {
            return;
        }
        var right = texts.list().stream()
                .filter(text -> text.isActive() && text.isDisplay())
                .map(ConceptText::text)
                .distinct()
                .toList();
        var status = texts.list().stream()
                .filter(text -> text.text().equals(display))
                .map(ConceptText::status)
                .findFirst()
                .orElse("");
        var message = Message.counted(
                right.size(), "INACTIVE_DISPLAY_FOUND", "", display, asked.code(), String.join(",", right), status);
        remarks.add(Issue.warning("invalid", AskedConcept.at(place, "display"), message, "display-comment"));
    }

    private void sayNoneInLanguage(
            AskedCode asked, String display, ConceptTexts texts, @Nullable LanguageTag own, String place) {
        var fallback = texts.preferredText(null);
        if (fallback == null) {
            var message = Message.of(
                    "NO_VALID_DISPLAY_AT_ALL", display, asked.system(), asked.code(), parameters.languagesShown());
            say(Severity.WARNING, message, place);
            return;
        }
        var right = texts.isOwn(display, own);
        var message = Message.of(
                right ? "NO_VALID_DISPLAY_FOUND_NONE_FOR_LANG_OK" : "NO_VALID_DISPLAY_FOUND_NONE_FOR_LANG_ERR",
                display,
                asked.system(),
                asked.code(),
                parameters.languagesShown(),
                right ? display : fallback);
        say(right ? Severity.INFORMATION : severity(), message, place);
    }

    private Message wrong(Fit fit, int count, AskedCode asked, String display, ConceptTexts texts) {
        return Message.counted(
                count,
                fit == Fit.OTHER_SPACES ? WRONG_SPACES : WRONG,
                Integer.toString(count),
                asked.system(),
                asked.code(),
                texts.shown(parameters.languages()),
                display,
                parameters.languagesShown());
    }

    private Severity severity() {
        return parameters.flags().lenientDisplay() ? Severity.WARNING : Severity.ERROR;
    }

    private void say(Severity severity, Message message, String place) {
        remarks.say(new Issue(severity, "invalid", AskedConcept.at(place, "display"), message, "invalid-display"));
    }
}
