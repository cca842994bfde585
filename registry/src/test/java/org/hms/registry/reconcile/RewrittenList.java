package org.hms.registry.reconcile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.hms.registry.reconcile.ListedFacility.Whereabouts;

/** Writes a list again as another office might have: other abbreviations, slips, lost accents, raised types, moved districts. */
final class RewrittenList {

    private static final Map<String, String> TYPE_WORDS = Map.ofEntries(
            Map.entry("USF-", "Unidad de Salud de la Familia"),
            Map.entry("USF.", "U.S.F."),
            Map.entry("USF", "U.S.F. "),
            Map.entry("P.S.", "Puesto de Salud"),
            Map.entry("PS.", "P.S. "),
            Map.entry("PS", "Puesto de Salud"),
            Map.entry("C.S.", "CS "),
            Map.entry("CS", "Centro de Salud"),
            Map.entry("H.D.-", "Hospital Distrital de"),
            Map.entry("H.D.", "HD "),
            Map.entry("H.R.-", "Hospital Regional"),
            Map.entry("H.R.", "HR "),
            Map.entry("HMI-", "Hospital Materno Infantil"),
            Map.entry("HMI", "H.M.I."));

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("SAN", "Sn."),
            Map.entry("SANTA", "Sta."),
            Map.entry("SANTO", "Sto."),
            Map.entry("MARIA", "Ma."),
            Map.entry("COLONIA", "Col."),
            Map.entry("GENERAL", "Gral."),
            Map.entry("II", "2"),
            Map.entry("I", "1"),
            Map.entry("2", "II"),
            Map.entry("III", "3"),
            Map.entry("STA.", "Santa"),
            Map.entry("NUEVA", "Nva."),
            Map.entry("DOCTOR", "Dr."));

    private static final Map<String, String> RAISED = Map.of("HD", "HMI", "HMI", "HG", "HR", "HG", "PS", "USF");

    private final Random random;

    RewrittenList(long seed) {
        random = new Random(seed);
    }

    /** Of the same row, told by the beginning of its id. */
    ListedFacility again(ListedFacility row) {
        var type = row.type();
        boolean raised = type != null && RAISED.containsKey(type) && chance(0.15);
        var name = raised ? row.name().replaceFirst("^[\\p{Lu}.]+[ .-]+", RAISED.get(type) + " ") : words(row.name());
        return new ListedFacility(
                "again " + row.id(),
                damaged(name),
                raised ? RAISED.get(type) : chance(0.5) ? type : null,
                chance(0.5) ? row.ownership() : null,
                moved(row.where()),
                chance(0.7) ? row.phones() : List.of());
    }

    private String words(String name) {
        var words = new ArrayList<String>();
        for (var word : name.split(" ", -1)) {
            var other = words.isEmpty() ? TYPE_WORDS.get(word) : WORDS.get(word.toUpperCase(Locale.ROOT));
            words.add(other != null && chance(0.6) ? other.strip() : word);
        }
        return String.join(" ", words);
    }

    /** One slip in eight names, and accents lost in one way or the other. */
    private String damaged(String name) {
        var text = chance(0.12) ? slip(name) : name;
        if (chance(0.15)) {
            return new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));
        }
        return chance(0.3) ? text.toLowerCase(Locale.ROOT) : text;
    }

    /** Letters of the last long word change places, are lost or doubled. */
    private String slip(String name) {
        int end = name.length();
        int start = name.lastIndexOf(' ') + 1;
        if (end - start < 6) {
            return name;
        }
        int at = start + 2 + random.nextInt(end - start - 4);
        return switch (random.nextInt(3)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + name.charAt(at) + name.substring(at);
            default -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
        };
    }

    private Whereabouts moved(Whereabouts where) {
        if (chance(0.05)) {
            return new Whereabouts(null, null, null, null);
        }
        return chance(0.05)
                ? new Whereabouts(null, null, where.region(), where.point())
                : new Whereabouts(
                        where.district(), where.districtName(), where.region(), chance(0.5) ? where.point() : null);
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }
}
