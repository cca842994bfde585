package org.hms.terminology.validate;

import java.util.ArrayList;
import java.util.List;
import org.hms.terminology.ask.LanguageTag;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.texts.ConceptTexts;
import org.jspecify.annotations.Nullable;

/** What was learnt of one code while value sets were asked about it. */
final class Finding {
    private ConceptTexts texts = new ConceptTexts();
    private final List<String> inactivePlaces = new ArrayList<>();
    private @Nullable CodeSystemContent system;
    private @Nullable CodeSystemContent visited;
    private @Nullable String impliedSystem;
    private @Nullable String normalForm;
    private @Nullable String status;
    private boolean inactive;

    /** The concept was met in this system. */
    void meet(CodeSystemContent content, int ordinal) {
        texts = ConceptTexts.withFormer(content, ordinal);
    }

    /** It is a member, in this state. */
    void accept(CodeSystemContent content, int ordinal, String place) {
        inactive = content.isInactive(ordinal);
        status = content.status(ordinal);
        if (inactive) {
            inactivePlaces.add(place);
        }
    }

    /** It is a member that the value set means as it is, in use or not. */
    void acceptAsMeant() {
        inactive = false;
        status = null;
    }

    /** It was looked for in this system. */
    void visit(CodeSystemContent content) {
        visited = content;
    }

    void belongsTo(CodeSystemContent content) {
        system = content;
    }

    void implies(String url) {
        impliedSystem = url;
    }

    void isProperly(String code) {
        normalForm = code;
    }

    ConceptTexts texts() {
        return texts;
    }

    @Nullable
    String version() {
        return system == null ? null : system.header().version();
    }

    @Nullable
    LanguageTag language() {
        return visited == null ? null : ConceptTexts.tag(visited.header().language());
    }

    @Nullable
    String impliedSystem() {
        return impliedSystem;
    }

    @Nullable
    String normalForm() {
        return normalForm;
    }

    @Nullable
    String status() {
        return status;
    }

    boolean isInactive() {
        return inactive;
    }

    String inactivePlace() {
        return inactivePlaces.isEmpty() ? "" : inactivePlaces.getLast();
    }
}
