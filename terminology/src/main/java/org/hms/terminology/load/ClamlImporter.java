package org.hms.terminology.load;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.DesignationUse;
import org.hms.terminology.system.SourceConcept;
import org.jspecify.annotations.Nullable;

/**
 * Reads ClaML 2 and 3, in which WHO gives out ICD-10: classes with their rubrics, and subdivisions that a modifier makes of
 * a class. A class without a preferred rubric is rejected.
 */
public final class ClamlImporter {
    private static final Set<String> SEARCHED = Set.of("inclusion", "preferredLong", "title");
    private static final Set<String> GROUPS = Set.of("chapter", "block");
    private static final int MAX_TEXT = 8_000;

    /** What is said of a class, or of one of the classes of a modifier. */
    private static final class Said {
        private final String code;
        private final String kind;
        private final @Nullable String modifier;
        private final long line;
        private final Map<String, String> properties = new LinkedHashMap<>();
        private final List<Designation> preferred = new ArrayList<>();
        private final List<Designation> others = new ArrayList<>();
        private final List<String> modifiedBy = new ArrayList<>();
        private @Nullable String parent;

        Said(String code, String kind, @Nullable String modifier, long line) {
            this.code = code;
            this.kind = kind;
            this.modifier = modifier;
            this.line = line;
        }

        List<Designation> designations() {
            var all = new ArrayList<>(preferred);
            all.addAll(others);
            return all;
        }
    }

    private final Map<String, Said> classes = new LinkedHashMap<>();
    private final Map<String, List<Said>> modifiers = new HashMap<>();
    private final List<RowIssue> rejected = new ArrayList<>();
    private final List<RowIssue> adjusted = new ArrayList<>();

    private ClamlImporter() {}

    public static ClassificationReading read(InputStream xml) {
        var importer = new ClamlImporter();
        var factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = factory.createXMLStreamReader(xml);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    importer.readElement(reader);
                }
            }
            reader.close();
        } catch (XMLStreamException e) {
            var line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            importer.rejected.add(new RowIssue(line, "", "The rest of the file is no XML"));
        }
        return importer.toReading();
    }

    private void readElement(XMLStreamReader reader) throws XMLStreamException {
        var name = reader.getLocalName();
        if (name.equals("Class") || name.equals("ModifierClass")) {
            readClass(reader, name);
        }
    }

    private void readClass(XMLStreamReader reader, String element) throws XMLStreamException {
        var line = reader.getLocation().getLineNumber();
        var said = new Said(
                attribute(reader, "code"), attribute(reader, "kind"), reader.getAttributeValue(null, "modifier"), line);
        var usage = attribute(reader, "usage");
        if (!usage.isEmpty()) {
            said.properties.put("usage", usage);
        }
        while (!(reader.next() == XMLStreamConstants.END_ELEMENT
                && reader.getLocalName().equals(element))) {
            if (reader.isStartElement()) {
                readPart(reader, said);
            }
        }
        if (said.code.isBlank()) {
            rejected.add(new RowIssue(line, "", "The class has no code"));
        } else if (said.modifier != null) {
            modifiers.computeIfAbsent(said.modifier, _ -> new ArrayList<>()).add(said);
        } else if (classes.putIfAbsent(said.code, said) != null) {
            rejected.add(new RowIssue(line, said.code, "The code stands in the file before"));
        }
    }

    private void readPart(XMLStreamReader reader, Said said) throws XMLStreamException {
        switch (reader.getLocalName()) {
            case "SuperClass" -> {
                if (said.parent == null) {
                    said.parent = attribute(reader, "code");
                } else {
                    adjusted.add(new RowIssue(said.line, said.code, "Only the first of several parents is kept"));
                }
            }
            case "Meta" -> said.properties.put(attribute(reader, "name"), attribute(reader, "value"));
            case "ModifiedBy" -> said.modifiedBy.add(attribute(reader, "code"));
            case "Rubric" -> readRubric(reader, said, attribute(reader, "kind"));
            default -> {}
        }
    }

    private void readRubric(XMLStreamReader reader, Said said, String kind) throws XMLStreamException {
        while (!(reader.next() == XMLStreamConstants.END_ELEMENT
                && reader.getLocalName().equals("Rubric"))) {
            if (reader.isStartElement() && reader.getLocalName().equals("Label")) {
                var language = reader.getAttributeValue("http://www.w3.org/XML/1998/namespace", "lang");
                var text = textOf(reader);
                if (!text.isEmpty()) {
                    put(said, kind, language == null || language.isBlank() ? "en" : language, text);
                }
            }
        }
    }

    private static void put(Said said, String kind, String language, String text) {
        if (kind.equals("preferred")) {
            said.preferred.add(Designation.of(language, DesignationUse.PREFERRED, text));
        } else if (SEARCHED.contains(kind)) {
            said.others.add(Designation.of(language, DesignationUse.ALTERNATIVE, text));
        } else {
            said.properties.merge(kind, text, (before, next) -> shortened(before + "\n" + next));
        }
    }

    /** All that a label holds, whatever marks stand within it. */
    private static String textOf(XMLStreamReader reader) throws XMLStreamException {
        var text = new StringBuilder();
        while (!(reader.next() == XMLStreamConstants.END_ELEMENT
                && reader.getLocalName().equals("Label"))) {
            if (reader.isCharacters()) {
                text.append(reader.getText());
            } else if (reader.isStartElement() && !text.isEmpty()) {
                text.append(' ');
            }
        }
        return shortened(text.toString().replaceAll("\\s+", " ").strip());
    }

    private ClassificationReading toReading() {
        var read = classes.size() + rejected.size();
        var concepts = new ArrayList<SourceConcept>();
        for (var said : classes.values()) {
            if (said.preferred.isEmpty()) {
                rejected.add(new RowIssue(said.line, said.code, "The class has no preferred rubric"));
            } else {
                concepts.add(concept(said.code, parent(said), said, said.designations()));
                subdivide(said, concepts);
            }
        }
        return new ClassificationReading(read, concepts, rejected, adjusted);
    }

    /** The parent, unless the file lacks it or rejects it. */
    private @Nullable String parent(Said said) {
        var parent = said.parent == null ? null : classes.get(said.parent);
        if (parent != null && !parent.preferred.isEmpty()) {
            return parent.code;
        }
        if (said.parent != null) {
            adjusted.add(new RowIssue(said.line, said.code, "The file lacks the parent " + said.parent));
        }
        return null;
    }

    /** A class of a modifier behind the code of a class is a code, unless the file has it as a class of its own. */
    private void subdivide(Said said, List<SourceConcept> concepts) {
        if (said.modifiedBy.isEmpty()) {
            return;
        }
        if (said.modifiedBy.size() > 1) {
            adjusted.add(new RowIssue(said.line, said.code, "Only the first of several modifiers subdivides"));
        }
        for (var modifier : modifiers.getOrDefault(said.modifiedBy.getFirst(), List.of())) {
            var code = said.code + modifier.code;
            if (!classes.containsKey(code) && !modifier.preferred.isEmpty()) {
                var text = said.preferred.getFirst();
                var whole = text.text() + ", " + modifier.preferred.getFirst().text();
                concepts.add(concept(
                        code,
                        said.code,
                        modifier,
                        List.of(Designation.of(text.language(), DesignationUse.PREFERRED, whole))));
            }
        }
    }

    private static SourceConcept concept(
            String code, @Nullable String parent, Said said, List<Designation> designations) {
        var properties = new HashMap<>(said.properties);
        properties.put("kind", said.kind.isEmpty() ? "category" : said.kind);
        if (GROUPS.contains(said.kind)) {
            properties.put("notSelectable", "true");
        }
        properties.values().removeIf(String::isBlank);
        return new SourceConcept(code, parent, designations, properties);
    }

    private static String attribute(XMLStreamReader reader, String name) {
        var value = reader.getAttributeValue(null, name);
        return value == null ? "" : value.strip();
    }

    private static String shortened(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }
}
