package dev.modmon.uiapi.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.modmon.uiapi.Command;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SshKeyPairIntegrationTests {
    @TempDir Path directory;

    @Test
    void writesKeysThatSshKeygenReads() throws Exception {
        SshKeyPair pair = SshKeyPair.generate();
        Path file = directory.resolve("id");
        pair.write(file, "sarah@laptop");

        assertThat(Command.run("ssh-keygen", "-y", "-f", file.toString()).strip())
                .isEqualTo(pair.publicKey().line() + " sarah@laptop");
        assertThat(Command.run("ssh-keygen", "-l", "-f", file + ".pub"))
                .contains(pair.publicKey().fingerprint());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @CsvSource({
        "ed25519,256,RFC4716",
        "ecdsa,256,RFC4716",
        "ecdsa,384,RFC4716",
        "ecdsa,521,RFC4716",
        "rsa,2048,RFC4716",
        "rsa,2048,PEM",
        "rsa,2048,PKCS8",
        "ecdsa,256,PEM",
        "ecdsa,256,PKCS8"
    })
    void readsKeysThatSshKeygenWrote(String type, String bits, String format) throws Exception {
        Path file = sshKeygen(type, bits, "", format);
        SshKeyPair pair = SshKeyPair.read(file);

        assertThat(pair.publicKey())
                .isEqualTo(SshPublicKey.parse(Files.readString(directory.resolve("id.pub"))));
        assertSignaturesVerify(pair, type);
    }

    @ParameterizedTest
    @CsvSource({"ed25519,256", "ecdsa,384", "rsa,2048"})
    void readsWhatItWrote(String type, String bits) throws Exception {
        SshKeyPair read = SshKeyPair.read(sshKeygen(type, bits, "", "RFC4716"));
        Path again = directory.resolve("again");
        read.write(again, "");

        assertThat(SshKeyPair.read(again).publicKey()).isEqualTo(read.publicKey());
        assertThat(Command.run("ssh-keygen", "-y", "-f", again.toString()).strip())
                .isEqualTo(read.publicKey().line());
    }

    @ParameterizedTest
    @CsvSource({"ed25519,256,RFC4716", "rsa,2048,PEM", "rsa,2048,PKCS8"})
    void pointsToTheAgentForAnEncryptedKey(String type, String bits, String format)
            throws Exception {
        Path file = sshKeygen(type, bits, "a passphrase", format);

        assertThatThrownBy(() -> SshKeyPair.read(file))
                .isInstanceOf(InvalidSshKeyException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("encrypted")
                .hasMessageContaining("ssh-add");
    }

    @Test
    void namesTheFileThatIsDamaged() throws Exception {
        Path file = sshKeygen("ed25519", "256", "", "RFC4716");
        String content = Files.readString(file);
        for (int end = 0; end < content.length() - 2; end += 7) {
            Files.writeString(file, content.substring(0, end));
            assertThatThrownBy(() -> SshKeyPair.read(file))
                    .isInstanceOf(InvalidSshKeyException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void overwritesNoKey() throws Exception {
        Path file = directory.resolve("id");
        SshKeyPair.generate().write(file, "first");
        String first = Files.readString(file);

        assertThatThrownBy(() -> SshKeyPair.generate().write(file, "second"))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.readString(file)).isEqualTo(first);
    }

    private Path sshKeygen(String type, String bits, String passphrase, String format)
            throws Exception {
        Path file = directory.resolve("id");
        Command.run(
                "ssh-keygen",
                "-q",
                "-t",
                type,
                "-b",
                bits,
                "-N",
                passphrase,
                "-m",
                format,
                "-C",
                "",
                "-f",
                file.toString());
        return file;
    }

    private static void assertSignaturesVerify(SshKeyPair pair, String type) throws Exception {
        String algorithm =
                switch (type) {
                    case "ed25519" -> "Ed25519";
                    case "rsa" -> "SHA256withRSA";
                    default -> "SHA256withECDSA";
                };
        byte[] message = {1, 2, 3};
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(pair.jdk().getPrivate());
        signature.update(message);
        byte[] signed = signature.sign();
        signature.initVerify(pair.jdk().getPublic());
        signature.update(message);
        assertThat(signature.verify(signed)).isTrue();
    }
}
