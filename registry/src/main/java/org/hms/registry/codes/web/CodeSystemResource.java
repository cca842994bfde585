package org.hms.registry.codes.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.hms.registry.web.BodyAllowance;
import org.hms.registry.web.ProblemException;
import org.hms.registry.web.TakesLongBodies;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.load.ClassificationFormat;
import org.hms.terminology.load.ImportReport;
import org.hms.terminology.system.CodeSystemSummary;
import org.jspecify.annotations.Nullable;

/** The code systems at hand, and how another release comes in: the operator's file, since none ships. */
@Path("/api/v1/code-systems")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Code systems")
public final class CodeSystemResource implements TakesLongBodies {
    private static final long MAX_FILE_BYTES = 64L * 1024 * 1024;
    private static final Pattern ROUTE = Pattern.compile("api/v1/code-systems/[^/]+");
    private static final Pattern RELEASE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    private final TerminologyService terminology;

    public CodeSystemResource(TerminologyService terminology) {
        this.terminology = terminology;
    }

    /** Which releases of which code systems are at hand. */
    public record CodeSystems(List<CodeSystemSummary> results) {
        public CodeSystems {
            results = List.copyOf(results);
        }
    }

    @Override
    public BodyAllowance bodyAllowance() {
        return new BodyAllowance("POST", ROUTE, MAX_FILE_BYTES);
    }

    @GET
    @Operation(summary = "Which releases of which code systems are at hand")
    public CodeSystems list() {
        return new CodeSystems(terminology.codeSystems());
    }

    /** How many releases were taken in. */
    public record Reloaded(int found) {}

    @POST
    @Path("reload")
    @RolesAllowed({"admin", "coder"})
    @Operation(summary = "Take in the releases that a command has compiled beside the service")
    public Reloaded reload() throws IOException {
        return new Reloaded(terminology.lookAgain());
    }

    @POST
    @Path("{format}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({"admin", "coder"})
    @Operation(
            summary =
                    "Import a release from its file (icd10: CSV, icd10-claml: ClaML, icd11: WHO's simple tabulation, zip)")
    public ImportView load(
            @PathParam("format") String format,
            @QueryParam("release") @Nullable String release,
            @QueryParam("dryRun") @Nullable String dryRun,
            InputStream body)
            throws IOException {
        var classification = classification(format);
        var name = release(release);
        var dry = flag(dryRun);
        return received(body, file -> {
            try (var stored = Files.newInputStream(file)) {
                return ImportView.of(load(classification, stored, name, dry));
            }
        });
    }

    @POST
    @Path("icd11-axes")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({"admin", "coder"})
    @Operation(
            summary = "Import the axes of a release of ICD-11 that is at hand from the entities of WHO's ICD API"
                    + " (JSON lines or an array, plain or gzipped, or a zip of such)")
    public AxesView loadAxes(
            @QueryParam("release") @Nullable String release,
            @QueryParam("dryRun") @Nullable String dryRun,
            InputStream body)
            throws IOException {
        var name = release(release);
        var dry = flag(dryRun);
        return received(body, file -> {
            try {
                return AxesView.of(terminology.importAxes(file, name, dry));
            } catch (IllegalArgumentException e) {
                throw ProblemException.unprocessable("The axes cannot be taken: " + e.getMessage());
            } catch (ZipException | EOFException _) {
                throw ProblemException.unprocessable("The file is no whole zip or gzip");
            }
        });
    }

    private interface Import<T> {
        T from(java.nio.file.Path file) throws IOException;
    }

    /** The whole file first: what is slow to arrive must not hold what others wait for. */
    private static <T> T received(InputStream body, Import<T> what) throws IOException {
        var file = Files.createTempFile("code-system-", ".upload");
        try {
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
            return what.from(file);
        } finally {
            Files.delete(file);
        }
    }

    private ImportReport load(ClassificationFormat format, InputStream file, String release, boolean dryRun) {
        try {
            var report = terminology.importCodeSystem(format, file, release, dryRun);
            if (report.read() == 0 && report.rejected().isEmpty()) {
                throw ProblemException.unprocessable("The file holds no rows");
            }
            return report;
        } catch (IllegalArgumentException e) {
            throw ProblemException.unprocessable("The file is no release of this classification: " + e.getMessage());
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof ZipException || e.getCause() instanceof EOFException) {
                throw ProblemException.unprocessable("The file is no whole zip");
            }
            throw e;
        }
    }

    private static ClassificationFormat classification(String format) {
        return switch (format) {
            case "icd10" -> ClassificationFormat.ICD_10_CSV;
            case "icd10-claml" -> ClassificationFormat.ICD_10_CLAML;
            case "icd11" -> ClassificationFormat.ICD_11_TABULATION;
            default -> throw ProblemException.notFound("Files are taken as icd10, as icd10-claml and as icd11");
        };
    }

    private static String release(@Nullable String text) {
        if (text == null || !RELEASE.matcher(text).matches()) {
            throw ProblemException.badParameter(
                    "release", "is needed: up to 40 letters, digits, dots, dashes and underscores");
        }
        return text;
    }

    private static boolean flag(@Nullable String text) {
        return switch (text) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemException.badParameter("dryRun", "is true or false");
        };
    }
}
