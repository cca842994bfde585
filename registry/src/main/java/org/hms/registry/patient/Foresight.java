package org.hms.registry.patient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Sex;
import org.hms.registry.patient.Foreseen.GoldenChange;
import org.hms.registry.patient.Foreseen.PersonAfter;
import org.hms.registry.patient.Reclustering.Reclustered;
import org.jspecify.annotations.Nullable;

/** Tells what a resolution would change, in the words of a preview. */
final class Foresight {

    private final Reclustered reclustered;
    private final Map<String, GoldenRecord> goldenBefore;
    private final Map<String, String> shown = new HashMap<>();

    Foresight(Reclustered reclustered, Map<String, GoldenRecord> goldenBefore) {
        this.reclustered = reclustered;
        this.goldenBefore = goldenBefore;
        int number = 0;
        for (var minted : new TreeSet<>(reclustered.identification().minted())) {
            shown.put(minted, "new-" + ++number);
        }
    }

    Foreseen foreseen(int approvalAbove) {
        var identification = reclustered.identification();
        var concerned = new TreeSet<String>();
        identification.moves().forEach((record, eid) -> {
            concerned.add(eid);
            var before = reclustered.former().get(record);
            if (before != null && !identification.ended().contains(before)) {
                concerned.add(before);
            }
        });
        var before = recordsBy(reclustered.former());
        var after = recordsBy(reclustered.persons());
        var persons = concerned.stream()
                .map(eid -> new PersonAfter(
                        shown(eid),
                        identification.minted().contains(eid),
                        List.copyOf(before.getOrDefault(eid, new TreeSet<>())),
                        List.copyOf(after.getOrDefault(eid, new TreeSet<>()))))
                .toList();
        int moves = identification.moves().size();
        return new Foreseen(
                persons, List.copyOf(new TreeSet<>(identification.ended())), golden(), moves, moves > approvalAbove);
    }

    private String shown(String eid) {
        return shown.getOrDefault(eid, eid);
    }

    private static Map<String, TreeSet<String>> recordsBy(Map<String, String> persons) {
        var records = new TreeMap<String, TreeSet<String>>();
        persons.forEach((record, eid) ->
                records.computeIfAbsent(eid, any -> new TreeSet<>()).add(record));
        return records;
    }

    private List<GoldenChange> golden() {
        var changes = new ArrayList<GoldenChange>();
        for (var next : reclustered.identification().golden()) {
            var last = goldenBefore.get(next.eid());
            var before = last == null ? Map.<String, String>of() : values(last.demographics());
            var after = values(next.demographics());
            after.forEach((field, value) -> {
                var was = before.getOrDefault(field, "");
                if (!was.equals(value)) {
                    changes.add(new GoldenChange(shown(next.eid()), field, was, value));
                }
            });
        }
        return changes;
    }

    private static Map<String, String> values(Demographics said) {
        var values = new TreeMap<String, String>();
        values.put(
                "name",
                said.names().isEmpty()
                        ? ""
                        : String.join(" ", said.names().getFirst().given()) + " "
                                + String.join(" ", said.names().getFirst().family()));
        values.put("sex", said.sex() == Sex.UNKNOWN ? "" : said.sex().name());
        values.put("birthDate", text(said.birth().date()));
        values.put("birthOrder", text(said.birth().order()));
        var mother = said.birth().mother();
        values.put(
                "mother",
                mother == null ? "" : String.join(" ", mother.given()) + " " + String.join(" ", mother.family()));
        var residence = said.residence();
        values.put(
                "residence",
                residence == null
                        ? ""
                        : String.join(
                                " ", text(residence.department()), text(residence.district()), text(residence.text())));
        values.put(
                "identifiers",
                String.join(
                        " ",
                        said.identifiers().stream()
                                .map(one -> one.system() + "|" + one.value())
                                .sorted()
                                .toList()));
        values.put("phones", String.join(" ", said.phones()));
        values.put("deceased", said.deceased() ? "true" : "false");
        return values;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
