package org.hms.registry.codes;

import java.util.Arrays;
import java.util.Optional;
import org.hms.terminology.concept.SystemUri;

/** A code system that the lexicon is mapped to, whether or not its texts have been imported. */
public enum MappedSystem {
    ICD_10("icd-10", SystemUri.ICD_10, "CIE-10"),
    ICD_11("icd-11", SystemUri.ICD_11, "CIE-11 MMS"),
    SNOMED_CT("snomed", SystemUri.SNOMED_CT, "SNOMED CT");

    private final String shortName;
    private final String url;
    private final String title;

    MappedSystem(String shortName, String url, String title) {
        this.shortName = shortName;
        this.url = url;
        this.title = title;
    }

    /** How people name it in a URL of ours. */
    public String shortName() {
        return shortName;
    }

    public String url() {
        return url;
    }

    public String title() {
        return title;
    }

    /** By short name or canonical URL. */
    public static Optional<MappedSystem> find(String nameOrUrl) {
        var url = SystemUri.resolve(nameOrUrl);
        return Arrays.stream(values()).filter(system -> system.url.equals(url)).findFirst();
    }
}
