package org.hms.registry.wordform;

import java.util.List;
import org.hms.registry.wordform.Tongue.Text;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.search.TermHit;
import org.hms.terminology.translate.Translation;
import org.jspecify.annotations.Nullable;

/**
 * The pages as HTML of some kilobytes: no script, no picture, no font, nothing from elsewhere; labels on every field, the
 * language of every text said. In Spanish or Guaraní.
 */
public final class WordPages {
    private static final int MOST_LABELS = 30;
    private static final int MOST_CODES = 3;
    private static final List<String> LANGUAGES =
            List.of("gn", "es-PY", "es", "gun", "nhd", "enx", "ayo", "cag", "tob", "mca");
    private static final List<String> CATEGORIES =
            List.of("symptom", "disease", "injury", "maternal", "body-part", "folk-illness", "general");
    private static final List<String> RELATIONS = List.of("exact", "close", "broad", "narrow", "related", "none");
    private static final List<String> SYSTEMS = List.of("icd-10", "icd-11", "snomed");

    private final Tongue tongue;

    public WordPages(Tongue tongue) {
        this.tongue = tongue;
    }

    /** Where the access key is typed in. */
    public String enter(boolean wasWrong) {
        var page = begin();
        if (wasWrong) {
            alert(page, Text.WRONG_TOKEN, "");
        }
        page.add("<form method=post action=/words/enter><input type=hidden name=lang value=?>", tongue.tag());
        page.add("<p><label for=token lang=es>?</label><br>", tongue.say(Text.TOKEN));
        page.add("<input id=token name=token type=password required autocomplete=current-password></p>");
        return end(button(page, Text.ENTER).add("</form>"), false);
    }

    /** The search and what it found; {@code null} before anything was asked. */
    public String search(String words, @Nullable List<TermHit> found) {
        var page = begin();
        page.add("<form action=/words role=search><input type=hidden name=lang value=?>", tongue.tag());
        page.add("<p><label for=q>?</label><br>", tongue.say(Text.WORDS));
        page.add("<input id=q name=q required maxlength=300 value=\"?\"></p>", words);
        button(page, Text.SEARCH).add("</form>");
        if (found != null && found.isEmpty()) {
            page.add("<p role=status>?</p>", tongue.say(Text.NOTHING));
        } else if (found != null) {
            page.add("<ol>");
            found.forEach(hit -> addHit(page, hit));
            page.add("</ol>");
        }
        page.add("<p><a lang=es href=\"/words/new?lang=")
                .add(tongue.tag())
                .add("\">?</a></p>", tongue.say(Text.NEW_CONCEPT));
        return end(page, true);
    }

    private void addHit(Html page, TermHit hit) {
        page.add("<li><a href=\"/words/").add(hit.conceptId()).add("?lang=").add(tongue.tag());
        page.add("\" lang=?>?</a>", hit.language(), hit.preferredTerm());
        page.add(" — ?", hit.matched().text());
        for (var mapping : hit.mappings().stream().limit(MOST_CODES).toList()) {
            page.add(" <code>?</code>", mapping.target().code());
        }
        page.add("</li>");
    }

    /** A concept, what became of a proposal if one was made, and the forms to propose more. */
    public String concept(Concept concept, Translation codes, @Nullable Notice notice) {
        var page = begin();
        tell(page, notice);
        page.add(
                "<h2 lang=?>?</h2>",
                concept.preferred().language(),
                concept.preferred().text());
        page.add("<p lang=es>? (?)</p>", concept.category(), tongue.say(Text.UNREVIEWED));
        if (concept.isFolkIllness()) {
            page.add("<p lang=es><strong>?</strong></p>", tongue.say(Text.REFER));
        }
        page.add("<h3 lang=es>?</h3><ul>", tongue.say(Text.LABELS));
        for (var label : concept.designations().stream().limit(MOST_LABELS).toList()) {
            page.add("<li><span lang=?>?</span> (?)</li>", label.language(), label.text(), label.language());
        }
        page.add("</ul><h3 lang=es>?</h3><ul>", tongue.say(Text.CODES));
        for (var code : codes.matches().stream().limit(MOST_LABELS).toList()) {
            var display = code.target().display();
            page.add("<li><code>?</code> ", code.target().code());
            page.add(
                    "<span lang=es>? — ?</span></li>",
                    display == null ? "" : display,
                    code.relation().skosName());
        }
        page.add("</ul>");
        addLabelForm(page, concept);
        addMappingForm(page, concept);
        return end(page, true);
    }

    private void addLabelForm(Html page, Concept concept) {
        page.add("<h3 lang=es>?</h3>", tongue.say(Text.NEW_LABEL));
        form(page, "/words/" + concept.id() + "/label");
        field(page, "text", Text.WORDS, 300);
        choice(page, "language", Text.LANGUAGE, LANGUAGES);
        field(page, "source", Text.SOURCE, 500);
        button(page, Text.SEND).add("</form>");
    }

    private void addMappingForm(Html page, Concept concept) {
        page.add("<h3 lang=es>?</h3>", tongue.say(Text.NEW_MAPPING));
        form(page, "/words/" + concept.id() + "/mapping");
        choice(page, "system", Text.SYSTEM, SYSTEMS);
        field(page, "code", Text.CODE, 100);
        choice(page, "relation", Text.RELATION, RELATIONS);
        page.add("<p><label for=why lang=es>?</label><br>", tongue.say(Text.SOURCE));
        page.add("<input id=why name=source required maxlength=500></p>");
        button(page, Text.SEND).add("</form>");
    }

    /** The form to propose a concept. */
    public String newConcept(@Nullable Notice notice) {
        var page = begin();
        tell(page, notice);
        page.add("<h2 lang=es>?</h2>", tongue.say(Text.NEW_CONCEPT));
        form(page, "/words/new");
        field(page, "text", Text.WORDS, 300);
        choice(page, "language", Text.LANGUAGE, LANGUAGES);
        field(page, "gloss", Text.GLOSS, 500);
        choice(page, "category", Text.CATEGORY, CATEGORIES);
        field(page, "source", Text.SOURCE, 500);
        button(page, Text.SEND).add("</form>");
        return end(page, true);
    }

    /** What became of a proposal: its number, or why it was refused. */
    public record Notice(boolean accepted, String detail) {}

    private void tell(Html page, @Nullable Notice notice) {
        if (notice != null && notice.accepted()) {
            page.add("<p role=status lang=es><strong>?</strong> (?)</p>", tongue.say(Text.SENT), notice.detail());
        } else if (notice != null) {
            alert(page, Text.REFUSED, notice.detail());
        }
    }

    /** That only coders propose. */
    public Notice codersOnly() {
        return new Notice(false, tongue.say(Text.CODERS_ONLY));
    }

    private void alert(Html page, Text text, String detail) {
        page.add("<p role=alert lang=es><strong>?</strong> ?</p>", tongue.say(text), detail);
    }

    private void form(Html page, String action) {
        page.add("<form method=post action=\"?\"><input type=hidden name=lang value=?>", action, tongue.tag());
    }

    private void field(Html page, String name, Text text, int most) {
        page.add("<p><label for=? lang=?>?</label><br>", name, tongue.tagOf(text), tongue.say(text));
        page.add("<input id=? name=? required maxlength=?></p>", name, name, Integer.toString(most));
    }

    private void choice(Html page, String name, Text text, List<String> values) {
        page.add("<p><label for=? lang=?>?</label><br>", name, tongue.tagOf(text), tongue.say(text));
        page.add("<select id=? name=?>", name, name);
        values.forEach(value -> page.add("<option>?</option>", value));
        page.add("</select></p>");
    }

    private Html button(Html page, Text text) {
        return page.add("<p><button lang=?>?</button></p>", tongue.tagOf(text), tongue.say(text));
    }

    private Html begin() {
        var title = tongue.say(Text.TITLE);
        return new Html()
                .add("<!doctype html><html lang=?><meta charset=utf-8>", tongue.tag())
                .add("<meta name=viewport content=\"width=device-width\"><title>?</title>", title)
                .add("<nav><a href=\"/words?lang=")
                .add(tongue.tag())
                .add("\">?</a> | <a href=\"/words?lang=", title)
                .add(tongue.other().tag())
                .add(
                        "\" lang=? hreflang=?>?</a></nav><main><h1>?</h1>",
                        tongue.other().tag(),
                        tongue.other().tag(),
                        tongue.other() == Tongue.GN ? "Guaraní" : "Castellano",
                        title);
    }

    private String end(Html page, boolean isInside) {
        page.add("</main>");
        if (isInside) {
            page.add("<form method=post action=/words/leave>");
            button(page, Text.LEAVE).add("</form>");
        }
        return page.add("</html>").toString();
    }
}
