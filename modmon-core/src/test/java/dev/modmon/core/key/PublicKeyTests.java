package dev.modmon.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeyTests {
    @ParameterizedTest
    @CsvSource({
        "ed25519, ED25519, SHA256:ov84BpSjaL2VKeRq2OSRIrjZbyWhXjwa9GCdar5GK4Q",
        "ecdsa-256, ECDSA_256, SHA256:dyfLiu3HwO0ALNO4eBd/0PHff601uo3PoNRxd62xXTU",
        "ecdsa-384, ECDSA_384, SHA256:BarBQCBWcJpiyU9JKK2LVKSY2mjHBtdb4M0m3GR8n6Y",
        "ecdsa-521, ECDSA_521, SHA256:E8Jb6zmV7AvIaTDwgdjxt6j9Sg7lGsfTyZdRSTkiBh8",
        "rsa-2048, RSA, SHA256:rRodiSB3QpPTa8xofjDuEg1f7+jgdCxxcBcrxmEz1hc"
    })
    void readsWhatSshKeygenWritesAndShowsTheSameFingerprint(
            String file, KeyType type, String fingerprint) {
        PublicKey key = PublicKey.parse(SampleKeys.file(file));

        assertThat(key.type()).isEqualTo(type);
        assertThat(key.fingerprint()).isEqualTo(fingerprint);
        assertThat(SampleKeys.file(file)).startsWith(key.line() + " ");
    }

    @Test
    void isTheSameKeyWhateverTheComment() {
        String line = SampleKeys.file("ed25519").strip();

        assertThat(PublicKey.parse(line)).isEqualTo(PublicKey.parse(line + " and more"));
    }

    @Test
    void refusesAWeakKey() {
        assertRefused(SampleKeys.file("rsa-1024"), "2048 bits");
    }

    @Test
    void neverRepeatsAPrivateKey() {
        assertRefused("-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0\n", "private key");
    }

    @Test
    void refusesOptionsBeforeTheKey() {
        assertRefused("command=\"sh\" " + SampleKeys.file("ed25519"), "starts with its type");
    }

    @Test
    void refusesAKeyOfAnotherTypeThanItSays() {
        String blob = SampleKeys.file("ed25519").split(" ")[1];

        assertRefused("ssh-rsa " + blob, "not of the type ssh-rsa");
        assertRefused("ecdsa-sha2-nistp256 " + blob, "not of the type ecdsa-sha2-nistp256");
    }

    @Test
    void refusesAKeyThatIsCutOffAnywhere() {
        String blob = SampleKeys.file("ed25519").split(" ")[1];
        for (int length = 0; length < blob.length(); length += 4) {
            assertRefused("ssh-ed25519 " + blob.substring(0, length), "key");
        }
    }

    @Test
    void refusesMoreThanTheKey() {
        String blob = SampleKeys.file("ed25519").split(" ")[1];

        assertRefused("ssh-ed25519 " + blob + "AAAA", "more in it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ssh-ed25519",
                "ssh-ed25519 ???",
                "ssh-dss AAAA",
                "ssh-ed25519 AAAA\nssh-ed25519 AAAA",
                "ssh-ed25519 /////w=="
            })
    void refusesWhatIsNoKey(String text) {
        assertRefused(text, "key");
    }

    private static void assertRefused(String text, String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublicKey.parse(text))
                .withMessageContaining(words);
    }
}
