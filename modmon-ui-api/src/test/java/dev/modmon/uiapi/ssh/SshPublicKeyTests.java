package dev.modmon.uiapi.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SshPublicKeyTests {
    private static final String LINE =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea";

    @Test
    void showsTheFingerprintThatSshKeygenShows() {
        assertThat(SshPublicKey.parse(LINE).fingerprint())
                .isEqualTo("SHA256:bbXpuKG6zhzdmnxq256TlqzFBzRl2f6OOg722cYNbU8");
    }

    @Test
    void dropsTheComment() {
        SshPublicKey key = SshPublicKey.parse(LINE + " sarah@laptop now \n");

        assertThat(key.line()).isEqualTo(LINE);
        assertThat(key)
                .isEqualTo(SshPublicKey.parse(LINE))
                .hasSameHashCodeAs(SshPublicKey.parse(LINE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1"})
    void turnsEcdsaKeysFromAndIntoThoseOfTheJdk(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        // Repeated, because one in 256 coordinates begins with a zero byte.
        for (int i = 0; i < 40; i++) {
            var jdk = generator.generateKeyPair().getPublic();
            assertThat(SshPublicKey.parse(SshPublicKey.of(jdk).line()).toJdk()).isEqualTo(jdk);
        }
    }

    @Test
    void turnsEd25519AndRsaKeysFromAndIntoThoseOfTheJdk() throws Exception {
        for (String algorithm : new String[] {"Ed25519", "RSA"}) {
            var jdk = KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPublic();
            assertThat(SshPublicKey.parse(SshPublicKey.of(jdk).line()).toJdk()).isEqualTo(jdk);
        }
    }

    @Test
    void refusesShortRsaKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        var jdk = generator.generateKeyPair().getPublic();

        assertThatThrownBy(() -> SshPublicKey.of(jdk))
                .isInstanceOf(InvalidSshKeyException.class)
                .hasMessageContaining("2048");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ssh-ed25519",
                "ssh-ed25519 !!!!",
                "ssh-ed25519 AAAA",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1EaAAAA",
                "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea",
                "ssh-dss AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea",
                "command=\"x\" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea",
                "ssh-ed25519 /////w=="
            })
    void refusesWhatIsNoPublicKey(String line) {
        assertThatThrownBy(() -> SshPublicKey.parse(line))
                .isInstanceOf(InvalidSshKeyException.class);
    }
}
