package org.hms.terminology.search;

import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * A regular expression over whole codes, as an automaton: however it is written, a code is read once. Expressions that
 * would make too large an automaton, and those that look back or ahead, are refused.
 */
public final class CodePattern {
    private static final int MAX_LENGTH = 1_000;
    private static final int MAX_WORK = 10_000;
    private static final int MAX_STATES = 4_000;

    private final CharacterRunAutomaton automaton;

    private CodePattern(Automaton automaton) {
        this.automaton = new CharacterRunAutomaton(automaton);
    }

    /** Throws {@link IllegalArgumentException} with a reason where the expression is not taken. */
    public static CodePattern of(String expression) {
        if (expression.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("longer than " + MAX_LENGTH + " characters");
        }
        var plain = literal(expression)
                .replaceFirst("^\\^", "")
                .replaceFirst("(?<!\\\\)\\$$", "")
                .replace("(?:", "(");
        if (plain.contains("(?")) {
            throw new IllegalArgumentException("flags and looking back or ahead are not taken");
        }
        if (RepetitionCost.of(plain) > MAX_STATES) {
            throw new IllegalArgumentException("it repeats too much");
        }
        try {
            var automaton = plain.isEmpty() ? Automata.makeEmptyString() : new RegExp(plain, RegExp.NONE).toAutomaton();
            return new CodePattern(Operations.determinize(automaton, MAX_WORK));
        } catch (TooComplexToDeterminizeException e) {
            throw new IllegalArgumentException("too complex", e);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("nested too deeply", e);
        }
    }

    /** The white space that other dialects write with a letter. */
    private static String literal(String expression) {
        var literal = new StringBuilder(expression.length());
        for (var at = 0; at < expression.length(); at++) {
            var next = at + 1 < expression.length() ? expression.charAt(at + 1) : ' ';
            var space = expression.charAt(at) == '\\' ? "tnrf".indexOf(next) : -1;
            if (space >= 0) {
                literal.append("\t\n\r\f".charAt(space));
                at++;
            } else {
                literal.append(expression.charAt(at));
                if (expression.charAt(at) == '\\' && at + 1 < expression.length()) {
                    literal.append(next);
                    at++;
                }
            }
        }
        return literal.toString();
    }

    public boolean matches(String code) {
        return automaton.run(code);
    }
}
