package org.hms.registry.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.dropwizard.jersey.validation.JerseyViolationException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.glassfish.jersey.server.ParamException;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hms.registry.access.web.UnknownPurpose;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.strict.BodyTooLarge;
import org.hms.registry.fhir.strict.Malformed;
import org.hms.registry.store.DatabaseTrouble;
import org.hms.registry.store.Overtaken;

/** Tells what each exception means to a caller; what is not foreseen here is an incident. */
final class Faults {

    private Faults() {}

    static Fault of(Throwable thrown) {
        return switch (thrown) {
            case FhirProblem problem -> fhir(problem);
            case ProblemException exception -> nativeProblem(exception.problem());
            case Malformed malformed -> malformed(malformed);
            case BodyTooLarge large -> tooLarge(large);
            case ZipException zip -> Fault.of(400, IssueType.STRUCTURE, "Bad Request", "The body is not valid gzip");
            case ParamException parameter -> parameter(parameter);
            case WebApplicationException http -> http(http);
            case JsonProcessingException json -> json(json);
            case ConstraintViolationException violations -> violations(violations);
            case Overtaken _ ->
                Fault.of(
                        409, IssueType.CONFLICT, "Conflict", "Somebody else has written this meanwhile; read it again");
            default -> DatabaseTrouble.of(thrown).map(Faults::passing).orElseGet(() -> incident(thrown));
        };
    }

    /** What the server itself refuses, by its status alone; its own message may quote the request. */
    static Fault early(int status) {
        return Fault.of(status, code(status), title(status), explain(status));
    }

    private static Fault fhir(FhirProblem problem) {
        var headers = problem.status() == 405
                ? Map.of(HttpHeaders.ALLOW, String.join(", ", problem.allowed()))
                : Map.<String, String>of();
        return Fault.of(problem.status(), problem.code(), title(problem.status()), problem.diagnostics())
                .at(problem.expression())
                .worded(problem.outcome())
                .with(headers);
    }

    private static Fault nativeProblem(Problem problem) {
        var place =
                problem.errors().isEmpty() ? null : problem.errors().getFirst().pointer();
        return Fault.of(problem.status(), code(problem.status()), problem.title(), problem.detail())
                .with(problem)
                .at(place);
    }

    private static Fault tooLarge(BodyTooLarge large) {
        var detail = "The body is longer than " + large.limit() + " bytes";
        // The rest of the body is not read, so nothing more can be asked on this connection.
        return Fault.of(413, IssueType.TOOLONG, "Content Too Large", detail).with(Map.of("Connection", "close"));
    }

    private static Fault malformed(Malformed malformed) {
        var detail = malformed.reason() + malformed.place().sentence();
        var fault = Fault.of(400, IssueType.STRUCTURE, "Bad Request", detail);
        var pointer = malformed.place().pointer();
        return pointer.isEmpty() ? fault : fault.with(fault.problem().at(pointer, malformed.reason()));
    }

    private static Fault parameter(ParamException exception) {
        var status = exception.getResponse().getStatus();
        if (status == 404 && exception instanceof ParamException.QueryParamException) {
            return nativeProblem(ProblemException.badParameter(exception.getParameterName(), "cannot be read")
                    .problem());
        }
        return Fault.of(status, code(status), title(status), title(status));
    }

    private static Fault http(WebApplicationException exception) {
        var status = exception.getResponse().getStatus();
        boolean telling = status == 401 || status == 415 || exception instanceof UnknownPurpose;
        var detail = telling ? String.valueOf(exception.getMessage()) : explain(status);
        var headers = new LinkedHashMap<String, String>();
        exception.getResponse().getStringHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
                headers.put(name, String.join(", ", values));
            }
        });
        return Fault.of(status, code(status), title(status), detail).with(headers);
    }

    private static Fault json(JsonProcessingException exception) {
        var location = exception.getLocation();
        var where =
                location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
        var what = exception instanceof StreamConstraintsException
                ? "The JSON holds something that is too long or too deep"
                : "The JSON does not fit";
        var fault = Fault.of(400, IssueType.STRUCTURE, "Bad Request", what + where);
        if (!(exception instanceof JsonMappingException mapping)) {
            return fault;
        }
        var pointer = mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : safe(step))
                .collect(Collectors.joining("/", "/", ""));
        return fault.with(Problem.of(400, "Bad Request", what + " at " + pointer + where)
                .at(pointer, "is unknown or of another type"));
    }

    private static String safe(JsonMappingException.Reference step) {
        return step.getFieldName().matches("[A-Za-z0-9_.-]{1,64}") ? step.getFieldName() : "?";
    }

    private static Fault violations(ConstraintViolationException exception) {
        // A violation in what we return, or in a bean of ours, is our own mistake.
        if (!(exception instanceof JerseyViolationException)) {
            return incident(exception);
        }
        var places = exception.getConstraintViolations().stream()
                .map(violation -> new Problem.Place(
                        "/" + violation.getPropertyPath().toString().replaceFirst("^[^.]*\\.[^.]*\\.?", ""),
                        violation.getMessage()))
                .toList();
        var problem = Problem.of(422, "Unprocessable Content", "A value is against a rule")
                .with(places);
        return Fault.of(422, IssueType.INVARIANT, problem.title(), problem.detail())
                .with(problem);
    }

    private static Fault passing(DatabaseTrouble trouble) {
        return switch (trouble) {
            case UNAVAILABLE ->
                Fault.of(
                                503,
                                IssueType.TRANSIENT,
                                "Service Unavailable",
                                "The database does not answer; nothing is lost")
                        .with(Map.of(HttpHeaders.RETRY_AFTER, "2"));
            case FULL ->
                Fault.of(
                                507,
                                IssueType.NOSTORE,
                                "Insufficient Storage",
                                "There is no room left to write; reading goes on")
                        .with(Map.of(HttpHeaders.RETRY_AFTER, "60"));
        };
    }

    private static Fault incident(Throwable thrown) {
        var problem = Problem.of(500, "Internal Server Error", "The registry failed to answer")
                .withIncident(Incidents.record(thrown));
        return Fault.of(500, IssueType.EXCEPTION, problem.title(), problem.detail())
                .with(problem);
    }

    private static String title(int status) {
        var known = Response.Status.fromStatusCode(status);
        return known == null ? "Status " + status : known.getReasonPhrase();
    }

    private static String explain(int status) {
        return switch (status) {
            case 400 -> "The URL or the head of the request is malformed";
            case 404 -> "Nothing is found at this path";
            case 405 -> "The method is not offered at this path";
            case 406 -> "None of the accepted media types is offered here";
            default -> title(status);
        };
    }

    private static IssueType code(int status) {
        return switch (status) {
            case 401 -> IssueType.LOGIN;
            case 403 -> IssueType.FORBIDDEN;
            case 404 -> IssueType.NOTFOUND;
            case 405, 406, 415 -> IssueType.NOTSUPPORTED;
            case 409, 412 -> IssueType.CONFLICT;
            case 413 -> IssueType.TOOLONG;
            case 422 -> IssueType.BUSINESSRULE;
            case 429 -> IssueType.THROTTLED;
            case 503 -> IssueType.TRANSIENT;
            case 507 -> IssueType.NOSTORE;
            default -> status >= 500 ? IssueType.EXCEPTION : IssueType.INVALID;
        };
    }
}
