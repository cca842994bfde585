package org.hms.registry.codes.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.hms.registry.codes.ImportedMap;
import org.hms.registry.web.Page;
import org.hms.registry.web.ProblemException;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.exchange.MapSssomWriter;
import org.hms.terminology.graph.CompiledMap;
import org.hms.terminology.graph.MapRow;

/** The maps between code systems that were imported: which there are, their mappings by pages, and whole as SSSOM. */
@Path("/api/v1/code-maps")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Code systems")
public final class CodeMapResource {
    private final TerminologyService terminology;

    public CodeMapResource(TerminologyService terminology) {
        this.terminology = terminology;
    }

    /** A map and how many mappings it has. */
    public record CodeMap(
            String id, String url, String version, String title, String source, String target, int mappings) {}

    /** All of them. */
    public record CodeMaps(List<CodeMap> items) {
        public CodeMaps {
            items = List.copyOf(items);
        }
    }

    /** A part of a map's mappings, by source code. */
    public record MappingPage(int total, int limit, int offset, List<MapRow> items) {
        public MappingPage {
            items = List.copyOf(items);
        }
    }

    @GET
    @Operation(summary = "The imported maps between code systems")
    public CodeMaps list() {
        return new CodeMaps(
                ImportedMap.all(terminology).stream().map(CodeMapResource::view).toList());
    }

    @GET
    @Path("{id}/mappings")
    @Operation(summary = "The mappings of a map, by pages")
    public MappingPage mappings(@PathParam("id") String id, @BeanParam Page page) {
        var map = map(id);
        var from = Math.min(map.size(), page.offset());
        var to = (int) Math.min(map.size(), (long) from + page.limit());
        return new MappingPage(
                map.size(),
                page.limit(),
                page.offset(),
                IntStream.range(from, to).mapToObj(map::row).toList());
    }

    @GET
    @Path("{id}/mappings.sssom.tsv")
    @Produces("text/tab-separated-values;charset=utf-8")
    @Operation(summary = "All mappings of a map as SSSOM TSV")
    public StreamingOutput sssom(@PathParam("id") String id) {
        var map = map(id);
        return out -> {
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            MapSssomWriter.write(map, writer);
        };
    }

    private CompiledMap map(String id) {
        return ImportedMap.find(terminology, id)
                .map(ImportedMap::map)
                .orElseThrow(() -> ProblemException.notFound("No imported map has this id"));
    }

    private static CodeMap view(ImportedMap imported) {
        var header = imported.map().header();
        return new CodeMap(
                imported.id(),
                header.url(),
                header.version(),
                header.title(),
                header.source(),
                header.target(),
                imported.map().size());
    }
}
