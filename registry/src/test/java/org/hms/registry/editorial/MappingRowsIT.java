package org.hms.registry.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.journey.RunningRegistry;
import org.hms.registry.journey.SharedRegistry;
import org.hms.terminology.concept.SystemUri;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of each row of a file of mappings, and what of a file that is none. */
@ExtendWith(SharedRegistry.class)
final class MappingRowsIT {
    private static final String PATH = "/api/v1/term-proposals/mappings";
    private static final String TSV = "text/tab-separated-values; charset=utf-8";
    private static final String HEADER =
            "subject_id\tpredicate_id\tobject_id\tmapping_justification\tauthor_label\tconfidence\tobject_source\text_evidence\n";

    private static RunningRegistry registry;

    @BeforeAll
    static void open(RunningRegistry shared) {
        registry = shared;
    }

    @Test
    void aRowSaysWhatTheLexiconHasAndWhatWaits() {
        var file = HEADER
                + row("GN0089", "broadMatch", "ICD10:R50.9", "ICD10")
                + row("GN0089", "closeMatch", "ICD10:R50.9", "ICD10")
                + row("GN0090", "relatedMatch", "SCT:4711", "SCT")
                + row("GN0090", "relatedMatch", "SCT:4711", "SCT")
                + row("GN0090", "closeMatch", "SCT:4711", "SCT");

        var rows = json(post(PATH + "?dryRun=true", TSV, file, "rows-1")).path("rows");

        assertThat(rows.findValuesAsText("outcome"))
                .containsExactly("REJECTED", "KNOWN", "PROPOSED", "WAITING", "REJECTED");
        assertThat(rows.path(0).path("reason").asText()).contains("has this mapping as closeMatch");
        assertThat(rows.path(1).path("reason").asText()).contains("other evidence");
        assertThat(rows.path(4).path("reason").asText()).contains("proposed already, as relatedMatch");
    }

    @Test
    void aMappingToASystemThatIsNotMappedToIsNoProposal() {
        var map = """
                {"resourceType": "ConceptMap", "url": "http://example.org/map", "status": "draft", "group": [
                 {"source": "%s", "target": "http://example.org/elsewhere", "element": [
                  {"code": "GN0090", "target": [{"code": "1", "equivalence": "relatedto"}]}]}]}
                """.formatted(SystemUri.LEXICON);

        var report = json(post(PATH, "application/fhir+json", map, "rows-2"));

        assertThat(report.path("proposed").asInt()).isZero();
        assertThat(report.at("/rows/0/reason").asText()).contains("not mapped to this code system");
    }

    @Test
    void aFileThatIsTooLongIsRefusedWhole() {
        var file = IntStream.range(0, 20_001)
                .mapToObj(at -> row("GN0090", "relatedMatch", "SCT:" + at, "SCT"))
                .collect(Collectors.joining("", HEADER, ""));

        var answer = post(PATH, TSV, file, "rows-3");

        assertThat(file.length()).isGreaterThan(1 << 20);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("20000");
        assertThat(audited("rows-3")).isZero();
    }

    @Test
    void whoProposesAFileIsAuditedAndWhoOnlyTriesIsNot() {
        var file = HEADER + row("GN0091", "relatedMatch", "SCT:4712", "SCT");

        json(post(PATH + "?dryRun=true", TSV, file, "rows-4"));
        assertThat(audited("rows-4")).isZero();
        json(post(PATH, TSV, file, "rows-4"));
        assertThat(audited("rows-4")).isOne();
    }

    @Test
    void aConceptMapInXmlIsReadLikeOneInJson() {
        var target = "<target><extension url=\"x\"/><code value=\"CODE\"/><equivalence value=\"EQUIVALENCE\"/>"
                + "<comment value=\"dicho &amp; hecho\"/></target>";
        var file = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ConceptMap xmlns=\"http://hl7.org/fhir\"><text><status"
                + " value=\"generated\"/><div xmlns=\"http://www.w3.org/1999/xhtml\">a <b>b</b></div></text><publisher"
                + " value=\"Otra casa\"/><group><source"
                + " value=\"https://registry.hms.gov.py/fhir/CodeSystem/guarani-health-lexicon\"/><target value=\""
                + SystemUri.SNOMED_CT + "\"/><element><code value=\"GN0404\"/>"
                + target.replace("CODE", "4713").replace("EQUIVALENCE", "relatedto")
                + target.replace("CODE", "4714").replace("EQUIVALENCE", "disjoint")
                + "</element></group><group><source value=\"http://other\"/></group></ConceptMap>";

        var report = json(post(PATH + "?dryRun=true", "application/fhir+xml", file, "rows-5"));

        assertThat(report.path("proposed").asInt()).as(report.toString()).isEqualTo(1);
        assertThat(report.path("rejected").asInt()).isEqualTo(2);
        assertThat(report.path("rows").findValuesAsText("place"))
                .containsExactlyInAnyOrder(
                        "ConceptMap.group[0].element[0].target[0]",
                        "ConceptMap.group[0].element[0].target[1]",
                        "ConceptMap.group[1].source");
    }

    @Test
    void whatIsNoConceptMapInXmlIsRefused() {
        for (var xml : List.of(
                "<ConceptMap xmlns=\"http://hl7.org/fhir\">",
                "<ConceptMap/>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><ConceptMap xmlns=\"http://hl7.org/fhir\"/>",
                "")) {
            assertThat(post(PATH, "application/fhir+xml", xml, "rows-6").statusCode())
                    .as(xml)
                    .isEqualTo(400);
        }
        assertThat(post(PATH, "application/fhir+xml", "<Patient xmlns=\"http://hl7.org/fhir\"/>", "rows-6")
                        .body())
                .contains("no ConceptMap");
    }

    private static int audited(String caller) {
        return registry.database()
                .withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM audit_entry WHERE action = 'propose-mappings' AND caller = :caller")
                        .bind("caller", caller)
                        .mapTo(Integer.class)
                        .one());
    }

    private static String row(String concept, String relation, String target, String source) {
        return "HMS:" + concept + "\tskos:" + relation + "\t" + target + "\tsemapv:LogicalReasoning\totra casa\t0.9\t"
                + source + "\tlibro\n";
    }

    private static HttpResponse<String> post(String path, String type, String body, String caller) {
        return registry.send(registry.request(path, new Caller(caller, Role.CODER))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return RunningRegistry.json(answer);
    }
}
