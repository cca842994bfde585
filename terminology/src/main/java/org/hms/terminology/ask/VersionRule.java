package org.hms.terminology.ask;

/** Which version a question wants of a code system or value set that is named elsewhere. */
public record VersionRule(String url, String version, Mode mode, boolean ofValueSet) {

    /** A default fills a gap, a check must hold, force overrules. */
    public enum Mode {
        DEFAULT("default-valueset-version", "system-version"),
        CHECK("check-valueset-version", "check-system-version"),
        FORCE("force-valueset-version", "force-system-version");

        private final String ofValueSets;
        private final String ofSystems;

        Mode(String ofValueSets, String ofSystems) {
            this.ofValueSets = ofValueSets;
            this.ofSystems = ofSystems;
        }
    }

    /** The parameter by which the rule was given. */
    public String parameter() {
        return ofValueSet ? mode.ofValueSets : mode.ofSystems;
    }

    public String canonical() {
        return url + "|" + version;
    }
}
