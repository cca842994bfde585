package org.hms.registry.territory;

/** A name under which an entry is found. */
public record DirectoryName(Part part, String text) {

    /** Which part of a name it is; places have whole names only. */
    public enum Part {
        WHOLE,
        GIVEN,
        FAMILY
    }

    public static DirectoryName whole(String text) {
        return new DirectoryName(Part.WHOLE, text);
    }
}
