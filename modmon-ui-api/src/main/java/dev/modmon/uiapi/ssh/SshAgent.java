package dev.modmon.uiapi.ssh;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A running ssh-agent, asked over its Unix socket as draft-ietf-sshm-ssh-agent says: for its keys, and for signatures.
public final class SshAgent implements AutoCloseable {
    private static final int FAILURE = 5;
    private static final int REQUEST_IDENTITIES = 11;
    private static final int IDENTITIES_ANSWER = 12;
    private static final int SIGN_REQUEST = 13;
    private static final int SIGN_RESPONSE = 14;
    private static final int RSA_SHA2_256 = 2;
    private static final int RSA_SHA2_512 = 4;

    private static final int MAXIMUM_MESSAGE = 256 * 1024;
    private static final int MAXIMUM_KEYS = 200;

    private final SocketChannel channel;

    private SshAgent(SocketChannel channel) {
        this.channel = channel;
    }

    /// @param socket what `SSH_AUTH_SOCK` names
    public static SshAgent connect(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return new SshAgent(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw new IOException(
                    "The ssh-agent at '%s' does not answer: %s.".formatted(socket, e.getMessage()),
                    e);
        }
    }

    /// Its keys, in its order; those of kinds that we do not take are left out.
    public synchronized List<Identity> identities() throws IOException {
        WireReader answer = ask(new WireWriter().uint8(REQUEST_IDENTITIES), IDENTITIES_ANSWER);
        try {
            List<Identity> identities = new ArrayList<>();
            int count = Math.clamp(Integer.toUnsignedLong(answer.uint32()), 0, MAXIMUM_KEYS);
            for (int i = 0; i < count; i++) {
                addUsable(answer.string(), printable(answer.text()), identities);
            }
            return identities;
        } catch (IllegalArgumentException e) {
            throw malformed(e);
        }
    }

    /// Any thread may close it; a request under way fails.
    @Override
    public void close() throws IOException {
        channel.close();
    }

    synchronized byte[] sign(SshPublicKey key, String algorithm, byte[] data) throws IOException {
        WireWriter request =
                new WireWriter()
                        .uint8(SIGN_REQUEST)
                        .string(key.blob())
                        .string(data)
                        .uint32(flags(algorithm));
        WireReader answer = ask(request, SIGN_RESPONSE);
        try {
            byte[] signature = answer.string();
            String signedWith = new WireReader(signature).text();
            if (!signedWith.equals(algorithm)) {
                throw new IOException(
                        "The ssh-agent signed with %s where %s was wanted."
                                .formatted(printable(signedWith), algorithm));
            }
            return signature;
        } catch (IllegalArgumentException e) {
            throw malformed(e);
        }
    }

    private static int flags(String algorithm) {
        return switch (algorithm) {
            case "rsa-sha2-256" -> RSA_SHA2_256;
            case "rsa-sha2-512" -> RSA_SHA2_512;
            default -> 0;
        };
    }

    private void addUsable(byte[] blob, String comment, List<Identity> identities) {
        try {
            identities.add(new AgentIdentity(this, SshPublicKey.ofBlob(blob), comment));
        } catch (InvalidSshKeyException e) {
            // A certificate, a key on a security device, or of a kind long gone: not for us.
        }
    }

    private WireReader ask(WireWriter request, int expected) throws IOException {
        byte[] message = request.toByteArray();
        writeFully(ByteBuffer.wrap(new WireWriter().string(message).toByteArray()));
        int length = readFully(4).getInt();
        if (length < 1 || length > MAXIMUM_MESSAGE) {
            throw new IOException("The ssh-agent sent a message of %d bytes.".formatted(length));
        }
        WireReader answer = new WireReader(readFully(length).array());
        int type = answer.uint8();
        if (type == FAILURE) {
            throw new IOException("The ssh-agent refused; it may be locked, or somebody said no.");
        }
        if (type != expected) {
            throw new IOException(
                    "The ssh-agent sent message %d where %d was due.".formatted(type, expected));
        }
        return answer;
    }

    private void writeFully(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private ByteBuffer readFully(int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("The ssh-agent closed the connection.");
            }
        }
        return bytes.flip();
    }

    private static IOException malformed(IllegalArgumentException e) {
        return new IOException(
                "The answer of the ssh-agent is damaged: %s.".formatted(e.getMessage()), e);
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
