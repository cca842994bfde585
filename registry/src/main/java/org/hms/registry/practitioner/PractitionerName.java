package org.hms.registry.practitioner;

import java.util.ArrayList;
import java.util.List;
import org.hms.registry.territory.DirectoryName;
import org.hms.registry.territory.DirectoryName.Part;

/** A professional's name: given names, and family names in their order. */
public record PractitionerName(List<String> given, List<String> family) {
    public PractitionerName {
        given = List.copyOf(given);
        family = List.copyOf(family);
        if (family.isEmpty()) {
            throw new IllegalArgumentException("A professional has a family name");
        }
    }

    public String familyName() {
        return String.join(" ", family);
    }

    public String text() {
        return (String.join(" ", given) + " " + familyName()).strip();
    }

    /** The whole, each part, and the parts together, so that each is found from its beginning. */
    List<DirectoryName> searched() {
        var names = new ArrayList<DirectoryName>();
        names.add(DirectoryName.whole(text()));
        given.forEach(part -> names.add(new DirectoryName(Part.GIVEN, part)));
        names.add(new DirectoryName(Part.FAMILY, familyName()));
        family.stream()
                .map(part -> new DirectoryName(Part.FAMILY, part))
                .filter(name -> !names.contains(name))
                .forEach(names::add);
        return names;
    }
}
