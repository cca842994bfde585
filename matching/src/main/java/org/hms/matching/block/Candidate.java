package org.hms.matching.block;

import org.hms.matching.normalise.ComparablePerson;

/**
 * A record that shares a block with the person sought.
 *
 * @param person perhaps with no more of the demographics than is weighed: sex, order of birth, department and district, whether
 *     deceased
 */
public record Candidate(String recordId, ComparablePerson person) {}
