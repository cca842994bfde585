package org.hms.terminology.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/** The texts of all concepts, numbered; those of one concept stand together. */
public final class Designations {
    private final Sections sections;
    private final IntColumn offsets;
    private final IntColumn concepts;
    private final IntColumn languages;
    private final IntColumn uses;
    private final IntColumn displays;
    private final TextColumn texts;
    private final RoaringBitmap inactive;
    private final List<String> languageNames;
    private final List<UseCoding> useCodings;
    private final Map<String, RoaringBitmap> preferred = new HashMap<>();
    private final Map<String, RoaringBitmap> acceptable = new HashMap<>();
    private final List<String> dialects;

    Designations(Sections sections) {
        this.sections = sections;
        offsets = sections.ints("designation.offsets");
        concepts = sections.ints("designation.concepts");
        languages = sections.ints("designation.languages");
        uses = sections.ints("designation.uses");
        displays = sections.ints("display");
        texts = sections.texts("text");
        inactive = sections.bitmap("designation.inactive");
        languageNames = sections.texts("languages").list();
        var codes = sections.texts("uses").list();
        var systems = sections.texts("use.systems").list();
        var names = sections.texts("use.displays").list();
        useCodings = IntStream.range(0, codes.size())
                .mapToObj(use -> new UseCoding(systems.get(use), codes.get(use), names.get(use)))
                .toList();
        dialects = sections.texts("dialects").list();
        for (var dialect = 0; dialect < dialects.size(); dialect++) {
            preferred.put(dialects.get(dialect), sections.bitmap("preferred." + dialect));
            acceptable.put(dialects.get(dialect), sections.bitmap("acceptable." + dialect));
        }
    }

    public int size() {
        return concepts.size();
    }

    /** The concept of a designation. */
    public int concept(int designation) {
        return concepts.get(designation);
    }

    /** The first designation of a concept; its last stands before the first of the next concept. */
    public int first(int concept) {
        return offsets.get(concept);
    }

    public String text(int designation) {
        return texts.get(designation);
    }

    public String language(int designation) {
        return languageNames.get(languages.get(designation));
    }

    public UseCoding use(int designation) {
        return useCodings.get(uses.get(designation));
    }

    public long id(int designation) {
        return sections.longAt("designation.ids", designation);
    }

    public boolean isInactive(int designation) {
        return inactive.contains(designation);
    }

    /** The designation that is shown for a concept, or empty where it has none. */
    public Optional<String> display(int concept) {
        var designation = displays.get(concept);
        return designation < 0 ? Optional.empty() : Optional.of(texts.get(designation));
    }

    /** The dialects (language reference sets) in which texts are accepted. */
    public List<String> dialects() {
        return dialects;
    }

    public boolean isPreferred(int designation, String dialect) {
        return preferred.getOrDefault(dialect, new RoaringBitmap()).contains(designation);
    }

    public boolean isAcceptable(int designation, String dialect) {
        return acceptable.getOrDefault(dialect, new RoaringBitmap()).contains(designation);
    }

    /** The numbers of a concept's designations. */
    public List<Integer> of(int concept) {
        var numbers = new ArrayList<Integer>();
        for (var designation = first(concept); designation < first(concept + 1); designation++) {
            numbers.add(designation);
        }
        return numbers;
    }
}
