package org.hms.terminology.system;

/** Which version of which code system is at hand; the current one answers when no version is asked for. */
public record CodeSystemSummary(
        String url, String version, String title, String language, int codes, String contentHash, boolean current) {}
