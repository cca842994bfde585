package org.hms.matching.privacy;

import java.util.Locale;
import java.util.Set;
import org.hms.matching.batch.Column;
import org.hms.matching.batch.ColumnKind;
import org.jspecify.annotations.Nullable;

/**
 * What is hashed under one key: the tokens of columns of some kinds. The common feature of given and family names makes that
 * names in each other's place still agree.
 *
 * @param column the only header it reads; null for every column of its kinds
 * @param bits how many positions are drawn, for each token or for all its tokens together
 * @param saltedByYear whether its tokens fall elsewhere for each year of birth
 */
record Feature(
        String name,
        Set<ColumnKind> kinds,
        @Nullable String column,
        Tokens tokens,
        int bits,
        boolean bitsPerToken,
        boolean saltedByYear) {
    private static final Set<ColumnKind> VARIED = Set.of(
            ColumnKind.GIVEN_NAME,
            ColumnKind.FAMILY_NAME,
            ColumnKind.FIRST_FAMILY_NAME,
            ColumnKind.SECOND_FAMILY_NAME,
            ColumnKind.MARRIED_NAME,
            ColumnKind.FULL_NAME,
            ColumnKind.MOTHER_NAME,
            ColumnKind.FATHER_NAME,
            ColumnKind.EMAIL,
            ColumnKind.TEXT);
    private static final int USUAL_TOKENS = 8;

    Feature {
        kinds = Set.copyOf(kinds);
    }

    boolean reads(Column read) {
        return kinds.contains(read.kind())
                && (column == null
                        || column.toLowerCase(Locale.ROOT).equals(read.header().toLowerCase(Locale.ROOT)));
    }

    /** Whether its values are too many to be listed and counted, as sexes, dates, places and numbers can be. */
    boolean isVaried() {
        return tokens == Tokens.BIGRAMS && VARIED.containsAll(kinds);
    }

    int bitsOfToken(int tokenCount) {
        return bitsPerToken ? bits : Math.max(1, Math.round(bits / (float) tokenCount));
    }

    /** How many positions it usually draws. */
    int weight() {
        return bitsPerToken ? bits * USUAL_TOKENS : bits;
    }
}
