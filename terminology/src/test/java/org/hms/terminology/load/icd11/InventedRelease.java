package org.hms.terminology.load.icd11;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.DesignationUse;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.system.CodeSystemSource;
import org.hms.terminology.system.SourceConcept;

/** A small release of ICD-11 with made-up codes, and its entities in the form of WHO's interface; only blocks that the rules ask for have WHO's numbers. */
public final class InventedRelease {
    public static final String VERSION = "2031-07";

    private static final String BASE = "http://id.who.int/icd/release/11/" + VERSION + "/mms/";

    /** A number, the code (the number again for a group), and the parent's code. */
    private static final String ROWS = """
            100 100 -
            101 BlockL1-Q 100
            102 Q1 BlockL1-Q
            102/unspecified Q1.Z Q1
            103 Q2 BlockL1-Q
            104 Q3 BlockL1-Q
            105 Q4 BlockL1-Q
            106 Q5 BlockL1-Q
            110 BlockL1-C 100
            111 C1 BlockL1-C
            112 C1.1 C1
            979408586 979408586 -
            1435602785 1435602785 979408586
            201 XL 1435602785
            202 XR 1435602785
            300 300 979408586
            301 XA1 300
            302 XA2 XA1
            400 400 979408586
            401 XPB1 400
            402 XP1 XPB1
            403 XP2 XPB1
            404 XPB2 400
            500 500 979408586
            501 XG1 500
            502 XG2 500
            510 510 979408586
            511 XG3 510
            512 XG4 510
            1897222875 1897222875 979408586
            601 601 1897222875
            603 XY1 601
            604 XY2 601
            602 602 1897222875
            605 XY3 602
            1693181075 1693181075 979408586
            701 XX1 1693181075
            """;

    private InventedRelease() {}

    public static CodeSystemSource tabulation() {
        var concepts = new ArrayList<SourceConcept>();
        for (var row : ROWS.split("\n")) {
            var columns = row.split(" ");
            concepts.add(concept(columns[0], columns[1], columns[2]));
        }
        return new CodeSystemSource(SystemUri.ICD_11, VERSION, "ICD-11", "en", concepts);
    }

    private static SourceConcept concept(String number, String code, String parent) {
        var properties = new HashMap<String, String>();
        if (!number.contains("/")) {
            properties.put("foundation", "http://id.who.int/icd/entity/" + number);
        }
        if (code.equals(number) || code.startsWith("Block")) {
            properties.put("notSelectable", "true");
            properties.put("kind", "block");
        } else {
            properties.put("kind", "category");
        }
        var text = Designation.of("en", DesignationUse.PREFERRED, "title of " + code);
        return new SourceConcept(code, parent.equals("-") ? null : parent, List.of(text), properties);
    }

    /** The entities of the release: all but Q4. */
    public static List<String> entities() {
        var entities = new ArrayList<>(List.of(
                entity(
                        "102",
                        "Q1",
                        axis("laterality", "\"false\"", "NotAllowed", "1435602785"),
                        axis("specificAnatomy", "\"false\"", "AllowAlways", "300"),
                        axis("placeOfOccurrence", "false", "AllowedExceptFromSameBlock", "400"),
                        axis("infectiousAgent", "null", "AllowedExceptFromSameBlock", "500", "510"),
                        axis("second", "\"false\"", "NotAllowed", "511")),
                entity("102/unspecified", "Q1.Z", axis("laterality", "\"false\"", "NotAllowed", "1435602785")),
                entity("103", "Q2", axis("hasCausingCondition", "\"true\"", "Allowed", "110", "400")),
                entity("104", "Q3"),
                entity("106", "Q5", axis("descriptor", "\"false\"", "NotAllowed", "1897222875")),
                entity("301", "XA1", axis("laterality", "true", "NotAllowed", "1435602785"))));
        tabulation().concepts().stream()
                .filter(concept ->
                        !List.of("Q1", "Q1.Z", "Q2", "Q3", "Q4", "Q5", "XA1").contains(concept.code()))
                .map(concept ->
                        concept.properties().getOrDefault("foundation", "").replaceAll(".*/", ""))
                .forEach(number -> entities.add(entity(number, "")));
        return entities;
    }

    public static String lines() {
        return String.join("\n", entities());
    }

    static String entity(String number, String code, String... axes) {
        return String.format(
                Locale.ROOT,
                "{\"@context\":\"x\",\"@id\":\"%s%s\",\"title\":{\"@language\":\"en\",\"@value\":\"\\u00e1 {[\"},\"code\":\"%s\","
                        + "\"child\":[\"%s1\",{\"deep\":[1,2.5,null]}],\"classKind\":\"category\",\"postcoordinationScale\":[%s]}",
                BASE,
                number,
                code,
                BASE,
                String.join(",", axes));
    }

    static String axis(String name, String required, String multiple, String... numbers) {
        var values = Arrays.stream(numbers)
                .map(number -> "\"" + BASE + number + "\"")
                .collect(Collectors.joining(","));
        return "{\"@id\":\"%s1/postcoordinationScale/%s\",\"axisName\":\"http://id.who.int/icd/schema/%s\","
                        .formatted(BASE, name, name)
                + "\"requiredPostcoordination\":%s,\"allowMultipleValues\":\"%s\",\"scaleEntity\":[%s]}"
                        .formatted(required, multiple, values);
    }
}
