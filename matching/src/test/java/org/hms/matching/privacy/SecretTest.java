package org.hms.matching.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SecretTest {
    private static final HexFormat HEX = HexFormat.of();

    /** The test vectors of RFC 5869, appendix A.1 to A.3. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, 000102030405060708090a0b0c, f0f1f2f3f4f5f6f7f8f9, 3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865
            000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f, 606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeaf, b0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff, b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87
            0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, '', '', 8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8
            """)
    void keysAreDerivedAsTheStandardSays(String secret, String salt, String info, String key) {
        var derived = Secret.hkdf(HEX.parseHex(secret), HEX.parseHex(salt), HEX.parseHex(info), key.length() / 2);

        assertThat(HEX.formatHex(derived)).isEqualTo(key);
    }

    /** The test vectors of RFC 4231, cases 1 to 3. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, 4869205468657265, b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7
            4a656665, 7768617420646f2079612077616e7420666f72206e6f7468696e673f, 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843
            aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd, 773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe
            """)
    void tokensAreHashedByTheStandardsHmac(String key, String text, String digest) {
        assertThat(HEX.formatHex(KeyedTokens.mac(HEX.parseHex(key)).doFinal(HEX.parseHex(text))))
                .isEqualTo(digest);
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatThrownBy(() -> secret("fifteen bytes.."))
                .isInstanceOf(InvalidEncoding.class)
                .hasMessageContaining("16 bytes")
                .hasMessageNotContaining("fifteen");
        assertThatThrownBy(() -> secret("fifteen bytes..\n")).isInstanceOf(InvalidEncoding.class);
    }

    @Test
    void aSecretOfFewDifferentBytesIsRefused() {
        assertThatThrownBy(() -> secret("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"))
                .isInstanceOf(InvalidEncoding.class)
                .hasMessageContaining("at random");
    }

    @Test
    void aLineEndAfterTheSecretDoesNotBelongToIt() {
        var schema = EncodingSchema.shipped();

        assertThat(secret("the partners' own secret\r\n").checkValue(schema))
                .isEqualTo(secret("the partners' own secret").checkValue(schema))
                .isNotEqualTo(secret("the partners' old secret").checkValue(schema));
    }

    @Test
    void underAnotherSchemaASecretGivesOtherKeys() {
        var schema = EncodingSchema.shipped();
        var other = EncodingSchema.parse(schema.text().replace("version: ", "version: other-"));
        var secret = secret("the partners' own secret");

        assertThat(secret.checkValue(other)).isNotEqualTo(secret.checkValue(schema));
        assertThat(secret.key(schema, "one", 32)).isNotEqualTo(secret.key(schema, "another", 32));
    }

    private static Secret secret(String text) {
        return Secret.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
