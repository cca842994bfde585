package org.hms.terminology.resolve;

import java.util.List;

/** Versions as a message lists them. */
public final class VersionList {

    private VersionList() {}

    public static String shown(List<String> versions) {
        return switch (versions.size()) {
            case 0 -> "";
            case 1 -> versions.getFirst();
            case 2 -> versions.getFirst() + " or " + versions.getLast();
            default -> String.join(", ", versions.subList(0, versions.size() - 1)) + " and " + versions.getLast();
        };
    }
}
