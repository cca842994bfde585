package org.hms.registry.codes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.graph.CompiledMap;
import org.hms.terminology.load.ContentHash;

/** A version of an imported map between code systems, under the id by which it is read. */
public record ImportedMap(String id, CompiledMap map) {
    private static final Pattern NOT_FOR_IDS = Pattern.compile("[^a-z0-9.-]+");
    private static final int LONGEST_ID = 64;
    private static final int HASH = 12;

    /** All maps and versions. */
    public static List<ImportedMap> all(TerminologyService terminology) {
        return terminology.maps().listVersions().stream()
                .map(map -> new ImportedMap(id(map), map))
                .toList();
    }

    public static Optional<ImportedMap> find(TerminologyService terminology, String id) {
        return all(terminology).stream().filter(map -> map.id().equals(id)).findFirst();
    }

    /** The end of its URL and its version; what would be too long for FHIR ends in a hash of the whole. */
    private static String id(CompiledMap map) {
        var url = map.header().url();
        var whole = url.substring(url.lastIndexOf('/') + 1) + "-" + map.header().version();
        var id = NOT_FOR_IDS.matcher(whole.toLowerCase(Locale.ROOT)).replaceAll("-");
        return id.length() <= LONGEST_ID
                ? id
                : id.substring(0, LONGEST_ID - HASH)
                        + ContentHash.of(whole.getBytes(UTF_8)).substring(0, HASH);
    }
}
