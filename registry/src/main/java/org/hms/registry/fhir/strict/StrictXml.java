package org.hms.registry.fhir.strict;

import java.io.StringReader;
import java.util.Locale;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks XML before any parser of FHIR sees it: no document type, no entities beyond the five of XML, FHIR's namespace,
 * bounded depth, no text outside attributes and narrative.
 */
public final class StrictXml {
    private static final int MAX_DEPTH = 64;
    private static final String FHIR = "http://hl7.org/fhir";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final int NOT_IN_NARRATIVE = Integer.MAX_VALUE;
    private static final XMLInputFactory XML = factory();

    private StrictXml() {}

    /** Returns quietly when the text may be parsed; throws {@link Malformed} with the place otherwise. */
    public static void check(String xml) {
        var forbidden = StrictText.firstForbidden(xml);
        if (forbidden >= 0) {
            throw new Malformed(
                    StrictText.fault(xml.substring(forbidden, forbidden + 1)), StrictText.placeOf(xml, forbidden));
        }
        if (xml.isBlank()) {
            throw new Malformed("The body is empty", Place.WHOLE);
        }
        try {
            walk(XML.createXMLStreamReader(new StringReader(xml)));
        } catch (XMLStreamException e) {
            throw new Malformed("The XML is not well-formed", place(e.getLocation()));
        }
    }

    private static void walk(XMLStreamReader reader) throws XMLStreamException {
        requireUtf8(reader);
        var depth = 0;
        var narrativeDepth = NOT_IN_NARRATIVE;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    refuse(depth > MAX_DEPTH ? "The XML is nested deeper than " + MAX_DEPTH : "", reader);
                    checkElement(reader, depth);
                    narrativeDepth =
                            XHTML.equals(reader.getNamespaceURI()) ? Math.min(narrativeDepth, depth) : narrativeDepth;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    narrativeDepth = narrativeDepth == depth ? NOT_IN_NARRATIVE : narrativeDepth;
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    refuse(
                            narrativeDepth == NOT_IN_NARRATIVE && !reader.isWhiteSpace()
                                    ? "FHIR has no text between elements"
                                    : "",
                            reader);
                case XMLStreamConstants.DTD ->
                    throw new Malformed("A document type is not allowed", place(reader.getLocation()));
                case XMLStreamConstants.PROCESSING_INSTRUCTION, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Malformed(
                            "Processing instructions and entities are not allowed", place(reader.getLocation()));
                default -> {
                    // Comments and the ends of the document say nothing.
                }
            }
        }
    }

    private static void requireUtf8(XMLStreamReader reader) {
        var encoding = reader.getCharacterEncodingScheme();
        var other = encoding != null && !encoding.toLowerCase(Locale.ROOT).matches("utf-?8|us-ascii");
        refuse(other ? "Only UTF-8 is read" : "", reader);
        refuse("1.1".equals(reader.getVersion()) ? "Only XML 1.0 is read" : "", reader);
    }

    private static void checkElement(XMLStreamReader reader, int depth) {
        var namespace = reader.getNamespaceURI();
        refuse(depth == 1 && !FHIR.equals(namespace) ? "The root is not an element of " + FHIR : "", reader);
        refuse(FHIR.equals(namespace) || XHTML.equals(namespace) ? "" : "An element is not FHIR's", reader);
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            refuse(StrictNumber.faultInText(reader.getAttributeValue(i)), reader);
        }
    }

    private static void refuse(String fault, XMLStreamReader reader) {
        if (!fault.isEmpty()) {
            throw new Malformed(fault, place(reader.getLocation()));
        }
    }

    private static Place place(Location location) {
        return location == null ? Place.WHOLE : new Place("", location.getLineNumber(), location.getColumnNumber());
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }
}
