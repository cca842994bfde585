package org.hms.registry.fhir;

import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import org.jspecify.annotations.Nullable;

/** What HAPI's parser objects to, by the name of the element; the value stays inside, to find its place. */
final class ParserFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String element;
    private final @Nullable String value;

    private ParserFault(String reason, String element, @Nullable String value) {
        super(reason, null, false, false);
        this.element = element;
        this.value = value;
    }

    String element() {
        return element;
    }

    @Nullable
    String value() {
        return value;
    }

    /** Turns everything that HAPI would merely log into a refusal. */
    static final class Refuser implements IParserErrorHandler {

        @Override
        public void containedResourceWithNoId(@Nullable IParseLocation location) {
            throw new ParserFault("A contained resource has no id", "contained", null);
        }

        @Override
        public void incorrectJsonType(
                @Nullable IParseLocation location,
                String element,
                ValueType expected,
                @Nullable ScalarType expectedScalar,
                ValueType found,
                @Nullable ScalarType foundScalar) {
            throw new ParserFault("An element has the wrong JSON type", element, null);
        }

        @Override
        public void invalidValue(@Nullable IParseLocation location, String value, String error) {
            var element = location == null ? "" : location.getParentElementName();
            throw new ParserFault("An element has an invalid value", element == null ? "" : element, value);
        }

        @Override
        public void missingRequiredElement(@Nullable IParseLocation location, String element) {
            throw new ParserFault("A required element is missing", element, null);
        }

        @Override
        public void unexpectedRepeatingElement(@Nullable IParseLocation location, String element) {
            throw new ParserFault("An element that may stand once is repeated", element, null);
        }

        @Override
        public void unknownAttribute(@Nullable IParseLocation location, String attribute) {
            throw new ParserFault("An attribute is unknown", attribute, null);
        }

        @Override
        public void unknownElement(@Nullable IParseLocation location, String element) {
            throw new ParserFault("An element is unknown", element, null);
        }

        @Override
        public void unknownReference(@Nullable IParseLocation location, String reference) {
            throw new ParserFault("A reference to a contained resource leads nowhere", "reference", null);
        }

        @Override
        public void invalidInternalReference(@Nullable IParseLocation location, String reference) {
            throw new ParserFault("A reference to a contained resource leads nowhere", "reference", null);
        }

        @Override
        public void extensionContainsValueAndNestedExtensions(@Nullable IParseLocation location) {
            throw new ParserFault("An extension has both a value and extensions", "extension", null);
        }
    }
}
