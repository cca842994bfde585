package org.hms.registry.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.fhir.strict.Malformed;
import org.hms.registry.fhir.strict.Place;
import org.hms.registry.fhir.strict.StrictJson;
import org.hms.registry.fhir.strict.StrictText;
import org.hms.registry.fhir.strict.StrictXml;
import org.jspecify.annotations.Nullable;

/** Reads a resource: first the strict look at its tokens, then HAPI's parser with every objection a refusal. */
public final class FhirReader {
    private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");
    private static final Pattern XML_LINE = Pattern.compile("Line number = (\\d{1,9})[\\s\\S]*?Column = (\\d{1,9})");

    private final FhirContext context;

    public FhirReader(FhirContext context) {
        this.context = context;
    }

    /** The resource in these bytes, without narratives; refuses with 400 and the place. */
    public Resource read(byte[] bytes, FhirFormat format) {
        var text = "";
        try {
            text = StrictText.decodeUtf8(bytes);
            var resource = format == FhirFormat.JSON ? json(text) : xml(text);
            dropNarratives(resource);
            return resource;
        } catch (Malformed e) {
            throw malformed(e);
        } catch (DataFormatException | ParserFault e) {
            throw refused(e, text, format);
        }
    }

    static FhirProblem malformed(Malformed e) {
        var problem =
                FhirProblem.of(400, IssueType.STRUCTURE, e.reason() + e.place().sentence());
        var pointer = e.place().pointer();
        return pointer.isEmpty() ? problem : problem.at(expression(pointer));
    }

    private Resource json(String text) {
        StrictJson.check(text, StrictJson.Dialect.FHIR);
        JsonShape.check(context, text);
        var parser = context.newJsonParser();
        parser.setParserErrorHandler(new ParserFault.Refuser());
        return parse(parser, text);
    }

    private Resource xml(String text) {
        StrictXml.check(text);
        var parser = context.newXmlParser();
        parser.setParserErrorHandler(new ParserFault.Refuser());
        return parse(parser, text);
    }

    private static Resource parse(IParser parser, String text) {
        try {
            return (Resource) parser.parseResource(text);
        } catch (DataFormatException | ParserFault e) {
            throw e;
        } catch (RuntimeException e) {
            // HAPI meets some malformed bodies with a null pointer or a wrong cast; the fault is the body's all the
            // same.
            throw new DataFormatException(e);
        }
    }

    private static FhirProblem refused(RuntimeException thrown, String text, FhirFormat format) {
        var fault = faultIn(thrown);
        if (fault == null) {
            return FhirProblem.of(400, IssueType.STRUCTURE, "The body is not a FHIR R4 resource" + xmlPlace(thrown));
        }
        var element = SAFE_NAME.matcher(fault.element()).matches() ? fault.element() : "";
        var code = fault.value() == null ? IssueType.STRUCTURE : IssueType.VALUE;
        var named = fault.getMessage() + (element.isEmpty() ? "" : ": " + element);
        if (format == FhirFormat.XML) {
            var problem = FhirProblem.of(400, code, named + xmlPlace(thrown));
            return element.isEmpty() ? problem : problem.at(element);
        }
        var places = element.isEmpty() ? List.<Place>of() : StrictJson.places(text, element, fault.value());
        if (places.isEmpty()) {
            var problem = FhirProblem.of(400, code, named);
            return element.isEmpty() ? problem : problem.at(element);
        }
        var place = places.getFirst();
        return FhirProblem.of(400, code, named + place.sentence()).at(expression(place.pointer()));
    }

    private static @Nullable ParserFault faultIn(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ParserFault fault) {
                return fault;
            }
        }
        return null;
    }

    private static String xmlPlace(Throwable thrown) {
        var message = thrown.getMessage();
        var line = XML_LINE.matcher(message == null ? "" : message);
        return line.find() ? " (line " + line.group(1) + ", column " + line.group(2) + ")" : "";
    }

    /** {@code /name/0/family} as FHIRPath writes it: {@code name[0].family}. */
    private static String expression(String pointer) {
        return pointer.substring(1).replaceAll("/(\\d+)", "[$1]").replace('/', '.');
    }

    /** Narrative from outside may carry script and is never shown again, so it is not kept. */
    private static void dropNarratives(Resource resource) {
        switch (resource) {
            case DomainResource domain -> {
                domain.setText(null);
                domain.getContained().forEach(FhirReader::dropNarratives);
            }
            case Bundle bundle ->
                bundle.getEntry().stream()
                        .filter(Bundle.BundleEntryComponent::hasResource)
                        .forEach(entry -> dropNarratives(entry.getResource()));
            case Parameters parameters ->
                parameters.getParameter().stream()
                        .filter(Parameters.ParametersParameterComponent::hasResource)
                        .forEach(parameter -> dropNarratives(parameter.getResource()));
            default -> {
                // Binary and the like have no narrative.
            }
        }
    }
}
