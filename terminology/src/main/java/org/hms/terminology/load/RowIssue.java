package org.hms.terminology.load;

/** A row of a classification's file that was rejected or adjusted, and the reason; line 1 is the header. */
public record RowIssue(long line, String code, String reason) {}
