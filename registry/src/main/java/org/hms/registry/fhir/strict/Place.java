package org.hms.registry.fhir.strict;

/**
 * Where in a body something stands: a JSON pointer (empty for the whole, or for XML) and a line and column counted from
 * one; zero where unknown.
 */
public record Place(String pointer, int line, int column) {

    /** The whole message, when no narrower place is known. */
    public static final Place WHOLE = new Place("", 0, 0);

    /** The words that tell a person where to look. */
    public String sentence() {
        var where = pointer.isEmpty() ? "" : " at " + pointer;
        return line == 0 ? where : where + " (line " + line + ", column " + column + ")";
    }
}
