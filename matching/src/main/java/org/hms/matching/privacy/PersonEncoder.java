package org.hms.matching.privacy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hms.matching.batch.ColumnMapping;

/** Makes the encoding of one person's row under a schema and a secret. Thread-safe. */
public final class PersonEncoder {

    /** A feature, its key, and which cells of the row it reads. */
    private record Hashed(Feature feature, KeyedTokens keyed, List<Integer> cells) {}

    private final EncodingSchema schema;
    private final ColumnMapping mapping;
    private final List<Hashed> features = new ArrayList<>();
    private final Hardener hardener;
    private final int varied;
    private final int mapped;
    private final boolean salted;

    /** @throws InvalidEncoding if the columns mapped fill short features only */
    public PersonEncoder(EncodingSchema schema, Secret secret, ColumnMapping mapping) {
        this.schema = schema;
        this.mapping = mapping;
        this.hardener = Hardener.of(schema, secret);
        int names = 0;
        int read = 0;
        for (var feature : schema.features()) {
            var cells = new ArrayList<Integer>();
            for (int i = 0; i < mapping.columns().size(); i++) {
                if (feature.reads(mapping.columns().get(i))) {
                    cells.add(i);
                }
            }
            int bit = cells.isEmpty() ? 0 : 1 << features.size();
            read |= bit;
            names |= feature.isVaried() ? bit : 0;
            var key = secret.key(schema, "feature " + feature.name(), 32);
            features.add(new Hashed(feature, new KeyedTokens(key, schema.independent()), cells));
        }
        mapped = read;
        salted = schema.features().stream().anyMatch(Feature::saltedByYear);
        varied = names;
        if (varied == 0) {
            throw new InvalidEncoding(
                    "columns", "fill short fields only, whose few values could be counted out; map the names too");
        }
    }

    /**
     * Encodes the cells of a row, in the order of the mapping's columns.
     *
     * @return the features filled, and the filter; without the names the row is not safe to show, and nothing is encoded
     */
    public Encoding encode(String recordId, List<String> row) {
        var filter = new long[schema.bits() / Long.SIZE];
        int known = 0;
        var year = year(row);
        for (int i = 0; i < features.size(); i++) {
            var hashed = features.get(i);
            var tokens = tokens(hashed, row);
            if (!tokens.isEmpty()) {
                known |= 1 << i;
                int bits = hashed.feature().bitsOfToken(tokens.size());
                var salt = hashed.feature().saltedByYear() ? year : "";
                tokens.forEach(token -> hashed.keyed().add(salt + token, bits, filter));
            }
        }
        if ((known & varied) == 0) {
            return Encoding.NONE;
        }
        return new Encoding(schema.showsMissing() ? known : mapped, hardener.harden(filter, recordId));
    }

    private Set<String> tokens(Hashed hashed, List<String> row) {
        var tokens = new LinkedHashSet<String>();
        for (int cell : hashed.cells()) {
            var text = row.get(cell);
            if (!isMissing(text)) {
                var column = mapping.columns().get(cell);
                switch (column.kind()) {
                    case BIRTH_DATE, BIRTH_YEAR, BIRTH_MONTH, BIRTH_DAY -> {}
                    case SEX -> hashed.feature().tokens().cut(sex(text), tokens);
                    default -> hashed.feature().tokens().cut(text, tokens);
                }
            }
        }
        date(hashed.cells(), row).cut(tokens);
        return tokens;
    }

    private boolean isMissing(String cell) {
        return cell.isEmpty() || mapping.missing().contains(cell);
    }

    private DateDigits date(List<Integer> cells, List<String> row) {
        var date = DateDigits.NONE;
        for (int cell : cells) {
            var text = row.get(cell);
            if (!isMissing(text)) {
                var column = mapping.columns().get(cell);
                switch (column.kind()) {
                    case BIRTH_DATE -> date = date.or(DateDigits.of(text, column.format()));
                    case BIRTH_YEAR -> date = date.or(new DateDigits(text, "", ""));
                    case BIRTH_MONTH -> date = date.or(new DateDigits("", text, ""));
                    case BIRTH_DAY -> date = date.or(new DateDigits("", "", text));
                    default -> {}
                }
            }
        }
        return date;
    }

    private String year(List<String> row) {
        return salted
                ? date(IntStream.range(0, row.size()).boxed().toList(), row).year()
                : "";
    }

    /** The words of several languages begin alike: f, female, femenino, mujer, w; m, male, masculino, hombre, varón. */
    private static String sex(String cell) {
        var words = new TreeSet<String>();
        Tokens.WHOLE.cut(cell, words);
        var word = words.isEmpty() ? "" : words.first();
        if (word.startsWith("f") || word.startsWith("w") || word.startsWith("muj") || word.equals("2")) {
            return "f";
        }
        return word.startsWith("m") || word.startsWith("h") || word.startsWith("v") || word.equals("1") ? "m" : "";
    }
}
