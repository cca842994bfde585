package org.hms.terminology.validate;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.issue.Issue;
import org.hms.terminology.issue.Message;
import org.hms.terminology.resolve.Canonical;
import org.hms.terminology.resolve.Resolution;
import org.hms.terminology.texts.ConceptTexts;
import org.hms.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/** Says of a code that is not of the value set what can be said all the same: whether its system exists and has it. */
final class Outsider {
    private final Resolution resolution;
    private final Remarks remarks;
    private final DisplayCheck displays;
    private final ValueSetDefinition valueSet;
    private final Set<String> saidUnknown = new HashSet<>();

    /** The version in which the code was found, and its texts. */
    record Seen(@Nullable String version, @Nullable ConceptTexts texts) {
        static final Seen NOTHING = new Seen(null, null);
    }

    Outsider(Resolution resolution, Remarks remarks, DisplayCheck displays, ValueSetDefinition valueSet) {
        this.resolution = resolution;
        this.remarks = remarks;
        this.displays = displays;
        this.valueSet = valueSet;
    }

    Seen look(AskedCode asked, AskedConcept concept, int at) {
        var place = concept.place(at);
        var system = Objects.requireNonNull(asked.system());
        if (!isAbsolute(system)) {
            var where = concept.form() == AskedConcept.Form.CODE ? null : AskedConcept.at(place, "system");
            var message = Message.of("Terminology_TX_System_Relative");
            remarks.say(Issue.error("invalid", where, message, "invalid-data"));
        }
        var content = resolution.findByRules(system, asked.version()).orElse(null);
        if (content == null) {
            sayUnknown(system, asked, place);
            return Seen.NOTHING;
        }
        resolution.checkVersion(content, remarks.issues());
        sayState(content);
        var code = Objects.requireNonNullElse(asked.code(), "");
        var ordinal = content.find(code);
        if (ordinal < 0) {
            sayUnknownCode(content, code, place);
            return Seen.NOTHING;
        }
        var texts = ConceptTexts.withFormer(content, ordinal);
        displays.ofStranger(asked, texts, ConceptTexts.tag(content.header().language()), place);
        return new Seen(content.header().version(), texts);
    }

    static boolean isAbsolute(String system) {
        return system.startsWith("urn:") || system.contains("://");
    }

    private void sayUnknown(String system, AskedCode asked, String place) {
        var where = AskedConcept.at(place, "system");
        if (resolution.findValueSet(system, (String) null).isPresent()) {
            var message = Message.of("Terminology_TX_System_ValueSet2", system);
            remarks.sayOnce(Issue.error("invalid", where, message, "invalid-data"));
            return;
        }
        var supplement = resolution.findSupplement(system, asked.version());
        if (supplement.isPresent()) {
            var canonical = supplement.get().asSupplement().canonical();
            var message = Message.of("CODESYSTEM_CS_NO_SUPPLEMENT", canonical);
            remarks.sayOnce(Issue.error("invalid", where, message, "invalid-data"));
            return;
        }
        remarks.unknownSystem(system, asked.version(), resolution.versions(system), place);
    }

    private void sayUnknownCode(CodeSystemContent content, String code, String place) {
        var header = content.header();
        if (!saidUnknown.add(Canonical.text(header.url(), header.version()) + "#" + code)) {
            return;
        }
        if (header.contentMode().equals("complete")) {
            remarks.sayOnce(UnknownCode.issue(content, code, place));
            UnknownCode.whyNoExpression(content, code, place).ifPresent(remarks::addOnce);
        } else {
            remarks.addOnce(Issue.warning(
                    "code-invalid",
                    AskedConcept.at(place, "code"),
                    Message.of("UNKNOWN_CODE_IN_FRAGMENT", code, header.url(), header.version()),
                    "invalid-code"));
        }
    }

    private void sayState(CodeSystemContent content) {
        var header = content.header();
        remarks.state("CodeSystem", Canonical.text(header.url(), header.version()), content.state(), valueSet.state());
    }
}
