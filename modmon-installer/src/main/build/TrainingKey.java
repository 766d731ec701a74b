import dev.modmon.uiapi.ssh.SshKeyPair;
import java.io.IOException;
import java.nio.file.Path;

/// Makes the key that the training logs in with: machines that build need no ssh-keygen.
void main(String[] arguments) throws IOException {
    SshKeyPair.generate().write(Path.of(arguments[0]), "training");
}
