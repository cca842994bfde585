package org.hms.registry.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One search parameter as it was asked: {@code name:modifier=a,b} or {@code name.chain=a}. Its values are alternatives;
 * several terms must all hold.
 */
public record SearchTerm(
        String name, @Nullable String modifier, @Nullable String chain, List<String> rawValues) {

    /** A token: {@code system|code}, {@code |code} (a code without system), {@code code} (in any system). */
    public record Token(@Nullable String system, String code) {}

    public SearchTerm {
        rawValues = List.copyOf(rawValues);
    }

    static SearchTerm of(String key, String value) {
        var dot = key.startsWith("_has") ? -1 : key.indexOf('.');
        var head = dot < 0 ? key : key.substring(0, dot);
        var tail = dot < 0 ? null : key.substring(dot + 1);
        var colon = (tail == null ? head : tail).indexOf(':');
        var modified = tail == null ? head : tail;
        var modifier = colon < 0 ? null : modified.substring(colon + 1);
        var plain = colon < 0 ? modified : modified.substring(0, colon);
        return tail == null
                ? new SearchTerm(plain, modifier, null, Escapes.split(value, ','))
                : new SearchTerm(head, modifier, plain, Escapes.split(value, ','));
    }

    /** The name under which the parameter is declared, chain included. */
    public String declaredName() {
        return chain == null ? name : name + "." + chain;
    }

    /** The alternatives, unescaped. */
    public List<String> values() {
        return rawValues.stream().map(Escapes::unescape).toList();
    }

    public String value() {
        return Escapes.unescape(rawValues.getFirst());
    }

    /** The alternatives read as tokens. */
    public List<Token> tokens() {
        return rawValues.stream().map(SearchTerm::token).toList();
    }

    /** The alternatives read as a prefix and a number, date or quantity. */
    public List<Prefixed> prefixed() {
        return rawValues.stream()
                .map(raw -> Prefixed.of(declaredName(), Escapes.unescape(raw)))
                .toList();
    }

    public boolean hasModifier(String wanted) {
        return wanted.equals(modifier);
    }

    private static Token token(String raw) {
        var parts = Escapes.split(raw, '|');
        return parts.size() == 1
                ? new Token(null, Escapes.unescape(raw))
                : new Token(
                        Escapes.unescape(parts.getFirst()),
                        Escapes.unescape(String.join("|", parts.subList(1, parts.size()))));
    }
}
