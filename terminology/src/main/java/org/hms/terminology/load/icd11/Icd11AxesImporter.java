package org.hms.terminology.load.icd11;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hms.terminology.graph.CompileIssues;
import org.hms.terminology.load.UnreadableFile;
import org.hms.terminology.system.CompiledCodeSystem;
import org.hms.terminology.system.Icd11Axes;
import org.hms.terminology.system.Icd11Axis;

/**
 * Gives the codes of a release of ICD-11 the axes that WHO's entities tell. An entity is found in the release by its number,
 * which also groups without a code have, and a residual category, which has none, by its code.
 */
public final class Icd11AxesImporter {
    private static final int MOST_BYTES = Short.MAX_VALUE;

    private final CompiledCodeSystem release;
    private final List<Icd11Entity> entities = new ArrayList<>();
    private final Map<String, Integer> ordinals = new HashMap<>();
    /** The axes as the release keeps them, by the code's ordinal. */
    private final Map<Integer, String> texts = new HashMap<>();

    private final CompileIssues issues = new CompileIssues();
    private int codes;
    private int axes;
    private int values;

    private Icd11AxesImporter(CompiledCodeSystem release) {
        this.release = release;
    }

    public static AxesReading read(Path file, CompiledCodeSystem release) throws IOException {
        var importer = new Icd11AxesImporter(release);
        importer.index();
        Icd11EntityFile.read(file, importer::take);
        importer.entities.forEach(importer::resolve);
        return importer.toReading();
    }

    /** Foundation URIs end in the number that the entity has in each linearization. */
    private void index() {
        for (var ordinal = 0; ordinal < release.size(); ordinal++) {
            for (var property : release.properties(ordinal)) {
                if (property.code().equals("foundation")) {
                    var uri = property.value();
                    ordinals.put(uri.substring(uri.lastIndexOf('/') + 1), ordinal);
                }
            }
        }
    }

    private void take(Icd11Entity entity) {
        var version = release.header().version();
        if (version == null || !version.startsWith(entity.url().release())) {
            throw new UnreadableFile("The entity " + entity.url().number() + " is of the release "
                    + entity.url().release() + ", and not of " + version);
        }
        var number = entity.url().number();
        var ordinal = release.find(number) >= 0 ? release.find(number) : release.find(entity.code());
        if (ordinal >= 0) {
            ordinals.putIfAbsent(number, ordinal);
        }
        entities.add(entity);
    }

    private void resolve(Icd11Entity entity) {
        var ordinal = ordinals.get(entity.url().number());
        if (ordinal == null) {
            issues.add("The entity is not in the release", entity.url().number());
            return;
        }
        if (texts.containsKey(ordinal)) {
            issues.add(
                    "The entity stands in the file more than once, and counts as it stands first",
                    release.code(ordinal));
            return;
        }
        var known = entity.axes().stream()
                .map(axis -> withCodes(axis, release.code(ordinal)))
                .filter(axis -> !axis.values().isEmpty())
                .toList();
        var text = Icd11Axis.text(known);
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            issues.add("The axes of the code are longer than can be kept, and count as unknown", release.code(ordinal));
            return;
        }
        texts.put(ordinal, text);
        codes += known.isEmpty() ? 0 : 1;
        axes += known.size();
        values += known.stream().mapToInt(axis -> axis.values().size()).sum();
    }

    private Icd11Axis withCodes(Icd11Axis axis, String code) {
        var found = new ArrayList<String>();
        for (var number : axis.values()) {
            var ordinal = ordinals.get(number);
            if (ordinal == null) {
                issues.add("A value of an axis is not in the release", code + " " + axis.name() + " " + number);
            } else {
                found.add(release.code(ordinal));
            }
        }
        if (found.isEmpty()) {
            issues.add("An axis has no value in the release", code + " " + axis.name());
        }
        return axis.withValues(found.stream().distinct().toList());
    }

    private AxesReading toReading() {
        if (texts.isEmpty()) {
            throw new UnreadableFile("The file holds no entity of the release");
        }
        IntStream.range(0, release.size())
                .filter(ordinal -> !release.isAbstract(ordinal) && !texts.containsKey(ordinal))
                .forEach(ordinal -> issues.add(
                        "The file lacks the code; its clusters are judged as if axes were unknown",
                        release.code(ordinal)));
        var source = release.toSource();
        var concepts = IntStream.range(0, release.size())
                .mapToObj(
                        ordinal -> source.concepts().get(ordinal).withProperty(Icd11Axes.PROPERTY, texts.get(ordinal)))
                .toList();
        return new AxesReading(
                source.withConcepts(concepts),
                entities.size(),
                codes,
                texts.size() - codes,
                axes,
                values,
                issues.list());
    }
}
