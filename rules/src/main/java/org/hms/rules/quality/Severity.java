package org.hms.rules.quality;

/** Whether a finding refuses the person or is only noted. */
public enum Severity {
    NOTE,
    WARNING,
    ERROR
}
