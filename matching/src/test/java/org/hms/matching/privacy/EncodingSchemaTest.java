package org.hms.matching.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EncodingSchemaTest {
    private static final EncodingSchema SHIPPED = EncodingSchema.shipped();

    @Test
    void theShippedSchemaHasAThousandAndTwentyFourBitsAndKnowsItsHash() {
        assertThat(SHIPPED.encodedBits()).isEqualTo(1024);
        assertThat(SHIPPED.hash()).hasSize(64);
    }

    @Test
    void lineEndsOfAnotherSystemMakeNoOtherSchema() {
        assertThat(EncodingSchema.parse(SHIPPED.text().replace("\n", "\r\n")).hash())
                .isEqualTo(SHIPPED.hash());
        assertThat(EncodingSchema.parse(SHIPPED.text().replace("bits: 100", "bits: 101"))
                        .hash())
                .isNotEqualTo(SHIPPED.hash());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bits: 1024             | bits: 1000             | power of two
            bits: 1024             | bits: 64               | schema.bits
            hashing: independent   | hashing: triple        | hashing
            missing: shown         | missing: perhaps       | missing
            tokens: bigrams        | tokens: trigrams       | tokens
            [givenName]            | [nickName]             | nickName
            tokens: date           | tokens: whole          | birth_date.tokens
            bits: 240              | salt: town, bits: 240  | birth_date.salt
            bits: 240              | bits: 0                | birth_date.bits
            bits: 240              | {}: 1                  | schema
            permute: {seed: 1}     | permute: {sead: 1}     | sead
            permute: {seed: 1}     | scramble: {}           | scramble
            probability: 0.05      | probability: 1.5       | probability
            permute: {seed: 1}     | rehash: {window: 33, step: 4, samples: 2} | window
            threshold: auto        | threshold: 7           | threshold
            tables: 100            | tables: 0              | tables
            version: people-1      | vershun: people-1      | vershun
            """)
    void whatIsMisspeltOrOutOfRangeIsNamed(String valid, String invalid, String named) {
        assertThat(SHIPPED.text()).contains(valid);

        assertThatThrownBy(() -> EncodingSchema.parse(SHIPPED.text().replace(valid, invalid)))
                .isInstanceOf(InvalidEncoding.class)
                .hasMessageContaining(named);
    }

    @Test
    void aSchemaOfShortFieldsOnlyIsRefused() {
        var text = SHIPPED.text();
        var features = text.indexOf("features:");
        var hardening = text.indexOf("hardening:");
        var sexAndDate = text.substring(0, features)
                + "features:\n  sex: {of: [sex], tokens: whole, bits: 50}\n"
                + "  birth: {of: [birthDate], tokens: date, bits: 200}\n"
                + text.substring(hardening);

        assertThatThrownBy(() -> EncodingSchema.parse(sexAndDate))
                .isInstanceOf(InvalidEncoding.class)
                .hasMessageContaining("short fields only");
    }
}
