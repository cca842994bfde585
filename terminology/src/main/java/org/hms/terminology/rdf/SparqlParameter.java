package org.hms.terminology.rdf;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.ResourceFactory;

/**
 * A variable of a stored query that whoever asks gives a value. The value becomes a term of the parsed query, so that no text
 * of it is ever read as SPARQL.
 */
public record SparqlParameter(String name, Kind kind) {
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,29}");
    private static final int LONGEST_TEXT = 300;

    /** What the value is. */
    public enum Kind {
        /** Any text of up to 300 characters, as a plain string. */
        TEXT(Pattern.compile("(?s).{1," + LONGEST_TEXT + "}")),
        /** A language tag, as a plain string. */
        LANGUAGE(Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")),
        /** The id of a concept, as its URI. */
        CONCEPT(Pattern.compile("[A-Z]{2,5}[0-9]{4}")),
        /** A whole number. */
        NUMBER(Pattern.compile("-?[0-9]{1,9}"));

        private final Pattern form;

        Kind(Pattern form) {
            this.form = form;
        }
    }

    public SparqlParameter {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A parameter's name is 1 to 30 letters and digits and begins small");
        }
    }

    RDFNode term(String value, String conceptBase) throws SparqlRefusal {
        if (!kind.form.matcher(value).matches()) {
            throw new SparqlRefusal(
                    "The parameter " + name + " is no " + kind.name().toLowerCase(Locale.ROOT));
        }
        return switch (kind) {
            case TEXT, LANGUAGE -> ResourceFactory.createPlainLiteral(value);
            case CONCEPT -> ResourceFactory.createResource(conceptBase + value);
            case NUMBER -> ResourceFactory.createTypedLiteral(value, XSDDatatype.XSDinteger);
        };
    }
}
