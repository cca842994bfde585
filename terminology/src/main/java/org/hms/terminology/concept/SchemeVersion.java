package org.hms.terminology.concept;

/** One version of a concept scheme: what it is called, where its terms live, and the hash of what was loaded. */
public record SchemeVersion(String uri, String title, String version, String licence, String contentHash) {

    /** The named graph and {@code owl:versionIRI} of this version. */
    public String versionUri() {
        return uri + "/" + version;
    }
}
