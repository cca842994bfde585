package org.hms.matching.block;

import org.hms.matching.normalise.ComparablePerson;

/** A record that shares a block with the person sought. */
public record Candidate(String recordId, ComparablePerson person) {}
