package org.hms.terminology.graph;

/** Takes what a release says, row by row: all concepts first, then what is said of them. */
public interface GraphSink {

    void concept(String code, boolean inactive);

    void designation(String code, GraphDesignation designation);

    /** The designation is accepted in a dialect, or preferred there. */
    void acceptability(long designation, String dialect, boolean preferred);

    void isA(String child, String parent);

    /** An attribute or property of a concept; rows of one group above 0 belong together. */
    void row(String code, RowKind kind, String key, int group, GraphValue value);

    void member(GraphMember member);
}
