package org.hms.rules.directory;

/** What the rules may know of a proposal: whether it is so, each by itself. */
public record ProposalFacts(
        boolean describes,
        boolean nameSaysNothing,
        boolean typeMissing,
        boolean districtMissing,
        boolean districtUnknown,
        boolean regionUnknown,
        boolean positionMissing,
        boolean positionOutsideCountry,
        boolean positionFarFromDistrict,
        boolean codeOfAnotherRegion,
        boolean codeTaken,
        boolean changesNothing,
        boolean alreadyInactive,
        boolean alreadyActive,
        boolean rolesEndHere,
        boolean looksLikeAnother,
        boolean hasHeirs,
        boolean remainsButIsClosed,
        boolean sinceTheFuture) {}
