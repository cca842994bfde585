package org.hms.registry.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.hms.registry.fhir.strict.StrictText;
import org.hms.registry.fhir.strict.StrictXml;

/**
 * A resource in FHIR's XML as the tree that its JSON is, as far as that can be told without FHIR's definitions: an element with
 * a value is a text, every other one stands in a list.
 */
public final class FhirXmlTree {
    private static final XMLInputFactory XML = factory();

    private FhirXmlTree() {}

    /** Refuses with {@link org.hms.registry.fhir.strict.Malformed} what is no FHIR in XML. */
    public static JsonNode read(byte[] file) {
        var xml = StrictText.decodeUtf8(file);
        StrictXml.check(xml);
        try {
            var reader = XML.createXMLStreamReader(new StringReader(xml));
            reader.nextTag();
            var type = reader.getLocalName();
            return element(reader).put("resourceType", type);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("What was well-formed is not", e);
        }
    }

    /** From the start of an element to its end. */
    private static ObjectNode element(XMLStreamReader reader) throws XMLStreamException {
        var node = JsonNodeFactory.instance.objectNode();
        for (var at = 0; at < reader.getAttributeCount(); at++) {
            node.put(reader.getAttributeLocalName(at), reader.getAttributeValue(at));
        }
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isStartElement()) {
                var name = reader.getLocalName();
                var value = reader.getAttributeValue(null, "value");
                var child = element(reader);
                if (value != null) {
                    node.put(name, value);
                } else if (node.get(name) instanceof ArrayNode others) {
                    others.add(child);
                } else {
                    node.set(name, JsonNodeFactory.instance.arrayNode().add(child));
                }
            }
        }
        return node;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
