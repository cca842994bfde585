package org.hms.terminology.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A postcoordinated ICD-11 code: groups joined by a slash, each a stem code with extension codes behind ampersands. */
public record Icd11Cluster(List<Group> groups) {
    private static final int MAX_CHARACTERS = 1_000;

    /** A stem code and what is said of it. */
    public record Group(String stem, List<String> extensions) {
        public Group {
            extensions = List.copyOf(extensions);
        }
    }

    public Icd11Cluster {
        groups = List.copyOf(groups);
    }

    /** Empty where a separator has no code on one of its sides. */
    public static Optional<Icd11Cluster> read(String text) {
        if (text.isBlank() || text.length() > MAX_CHARACTERS) {
            return Optional.empty();
        }
        var groups = new ArrayList<Group>();
        for (var part : text.split("/", -1)) {
            var codes = List.of(part.split("&", -1));
            if (codes.stream().anyMatch(code -> code.isBlank() || !code.equals(code.strip()))) {
                return Optional.empty();
            }
            groups.add(new Group(codes.getFirst(), codes.subList(1, codes.size())));
        }
        return Optional.of(new Icd11Cluster(groups));
    }

    /** Whether the text has a separator, so that it is more than one code. */
    public static boolean isCluster(String text) {
        return text.indexOf('&') >= 0 || text.indexOf('/') >= 0;
    }
}
