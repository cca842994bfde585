package org.hms.registry.codes.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MarkdownType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;
import org.hms.terminology.content.ContentExtension;
import org.hms.terminology.content.ContentProperty;
import org.jspecify.annotations.Nullable;

/** Extensions and typed values, both ways. */
final class ExtensionMapping {

    private ExtensionMapping() {}

    /** Those with simple values or parts; what else there may be, the engine has no use for. */
    static List<ContentExtension> toContent(List<Extension> extensions) {
        return extensions.stream()
                .filter(extension -> extension.getUrl() != null)
                .filter(extension ->
                        extension.hasExtension() || extension.getValue() instanceof Type value && value.isPrimitive())
                .map(extension -> new ContentExtension(
                        extension.getUrl(),
                        extension.hasValue() ? extension.getValue().fhirType() : "",
                        extension.hasValue() ? text(extension.getValue()) : "",
                        toContent(extension.getExtension())))
                .toList();
    }

    private static String text(Type value) {
        var text = value.primitiveValue();
        return text == null ? "" : text;
    }

    static Extension toExtension(ContentExtension content) {
        var extension = new Extension(content.url());
        if (!content.type().isEmpty()) {
            extension.setValue(value(content.type(), content.value()));
        }
        content.parts().forEach(part -> extension.addExtension(toExtension(part)));
        return extension;
    }

    static Type value(ContentProperty property) {
        return property.type().equals("Coding")
                ? new Coding(property.system(), property.value(), property.display())
                : value(property.type(), property.value());
    }

    /** A value of the type by FHIR's word for it; of any other type as text. */
    static Type value(String type, String value) {
        return switch (type) {
            case "code" -> new CodeType(value);
            case "boolean" -> new BooleanType(value);
            case "integer" -> new IntegerType(value);
            case "decimal" -> new DecimalType(value);
            case "dateTime" -> new DateTimeType(value);
            case "uri" -> new UriType(value);
            case "canonical" -> new CanonicalType(value);
            case "id" -> new IdType(value);
            case "markdown" -> new MarkdownType(value);
            default -> new StringType(value);
        };
    }

    /** The text of the first extension with this URL. */
    static @Nullable String first(List<Extension> extensions, String url) {
        return extensions.stream()
                .filter(extension -> url.equals(extension.getUrl()) && extension.hasValue())
                .map(extension -> extension.getValue().primitiveValue())
                .findFirst()
                .orElse(null);
    }
}
