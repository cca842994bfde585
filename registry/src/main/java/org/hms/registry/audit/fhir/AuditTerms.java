package org.hms.registry.audit.fhir;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hms.registry.audit.AuditCondition;
import org.hms.registry.audit.AuditCondition.Window;
import org.hms.registry.audit.AuditEventId;
import org.hms.registry.fhir.Prefixed;
import org.hms.registry.fhir.SearchParameter;
import org.hms.registry.fhir.SearchTerm;

/** The parameters by which events are searched, as ITI-81 names them, and the conditions they stand for. */
final class AuditTerms {

    /** Dates without a zone are the country's. */
    private static final ZoneId ZONE = ZoneId.of("America/Asuncion");

    private static final Set<String> BY_IDENTIFIER = Set.of("identifier");

    static final List<SearchParameter> PARAMETERS = List.of(
            SearchParameter.of("_id", SearchParamType.TOKEN, "The id of an event"),
            SearchParameter.of("_lastUpdated", SearchParamType.DATE, "When the event was recorded"),
            SearchParameter.of("date", SearchParamType.DATE, "When the event was recorded"),
            new SearchParameter("patient", SearchParamType.REFERENCE, BY_IDENTIFIER, "The person or record concerned"),
            new SearchParameter("entity", SearchParamType.REFERENCE, BY_IDENTIFIER, "What was seen or changed"),
            new SearchParameter(
                    "agent", SearchParamType.REFERENCE, BY_IDENTIFIER, "Who did it, by the name in the token"),
            SearchParameter.of("patient.identifier", SearchParamType.TOKEN, "The enterprise id of the person"),
            SearchParameter.of("entity.identifier", SearchParamType.TOKEN, "The enterprise id of the person"),
            SearchParameter.of("agent.identifier", SearchParamType.TOKEN, "Who did it, by the name in the token"),
            SearchParameter.of("agent-name", SearchParamType.STRING, "Who did it, by the whole name in the token"),
            SearchParameter.of("action", SearchParamType.TOKEN, "C, R, U, D or E"),
            SearchParameter.of("type", SearchParamType.TOKEN, "rest, or 110106 for a disclosure abroad"),
            SearchParameter.of("subtype", SearchParamType.TOKEN, "A transaction such as ITI-83, or an interaction"),
            SearchParameter.of("outcome", SearchParamType.TOKEN, "0 done, 4 not done"));

    private final String personSystem;

    AuditTerms(String personSystem) {
        this.personSystem = personSystem;
    }

    /** The value that asks for what was recorded before this instant. */
    static String before(Instant instant) {
        return "lt" + instant.truncatedTo(ChronoUnit.MILLIS);
    }

    AuditCondition condition(SearchTerm term, String base) {
        return switch (term.name()) {
            case "_id" ->
                new AuditCondition.HasId(term.values().stream()
                        .flatMap(id -> AuditEventId.find(id).stream())
                        .toList());
            case "_lastUpdated", "date" ->
                new AuditCondition.WasRecorded(
                        term.prefixed().stream().map(AuditTerms::window).toList());
            case "patient", "entity" ->
                new AuditCondition.IsAbout(byIdentifier(term) ? identified(term, personSystem) : ids(term, base));
            case "agent" ->
                new AuditCondition.WasDoneBy(
                        byIdentifier(term) ? identified(term, AuditAgents.CALLERS) : ids(term, base));
            case "agent-name" -> new AuditCondition.WasDoneBy(term.values());
            case "action" ->
                anyToken(term, deed -> List.of(new Coding(null, deed.done().toCode(), null)));
            case "type" -> anyToken(term, deed -> List.of(deed.type()));
            case "subtype" -> anyToken(term, deed -> deed.subtypes(""));
            case "outcome" -> outcome(term);
            default -> throw new IllegalStateException("Not offered, but asked: " + term.declaredName());
        };
    }

    private static boolean byIdentifier(SearchTerm term) {
        return term.chain() != null || term.hasModifier("identifier");
    }

    private static List<String> identified(SearchTerm term, String system) {
        return term.tokens().stream()
                .filter(token -> token.system() == null || token.system().equals(system))
                .map(SearchTerm.Token::code)
                .toList();
    }

    /** The ids of references, with or without base and type. */
    private static List<String> ids(SearchTerm term, String base) {
        return term.values().stream()
                .map(value -> value.startsWith(base + "/") ? value.substring(base.length() + 1) : value)
                .map(value -> value.substring(value.indexOf('/') + 1))
                .toList();
    }

    private interface Codes {
        List<Coding> of(Deeds deed);
    }

    /** An own action's word is a subtype too, which only the trail knows. */
    private static AuditCondition anyToken(SearchTerm term, Codes codes) {
        var own = new ArrayList<AuditCondition.Deed>();
        Predicate<Deeds> wanted = deed -> codes.of(deed).stream()
                .anyMatch(coding -> term.tokens().stream().anyMatch(token -> matches(token, coding)));
        if (term.name().equals("subtype")) {
            term.tokens().stream()
                    .filter(token -> Deeds.OWN_ACTIONS.equals(token.system()))
                    .forEach(token -> own.add(new AuditCondition.Deed(token.code(), null)));
        }
        var known = Deeds.suchAs(wanted);
        own.addAll(known.anyOf());
        return new AuditCondition.IsDeed(own, known.orNoneOf());
    }

    private static boolean matches(SearchTerm.Token token, Coding coding) {
        boolean anySystem = token.system() == null || coding.getSystem() == null;
        return token.code().equals(coding.getCode())
                && (anySystem || coding.getSystem().equals(token.system()));
    }

    private static AuditCondition outcome(SearchTerm term) {
        var codes = term.tokens().stream().map(SearchTerm.Token::code).toList();
        boolean done = codes.contains("0");
        boolean failed = codes.contains("4");
        if (done && failed) {
            return new AuditCondition.Ended(List.of(), true);
        }
        if (failed) {
            return new AuditCondition.Ended(AuditEventMapping.DONE, true);
        }
        return new AuditCondition.Ended(done ? AuditEventMapping.DONE : List.of(), false);
    }

    private static Window window(Prefixed date) {
        var span = date.span(ZONE);
        return switch (date.comparison()) {
            case EQ, AP -> new Window(span.start(), span.end(), false);
            case NE -> new Window(span.start(), span.end(), true);
            case GT, SA -> new Window(span.end(), null, false);
            case GE -> new Window(span.start(), null, false);
            case LT, EB -> new Window(null, span.start(), false);
            case LE -> new Window(null, span.end(), false);
        };
    }
}
