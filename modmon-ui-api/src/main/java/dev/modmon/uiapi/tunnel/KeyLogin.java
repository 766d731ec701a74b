package dev.modmon.uiapi.tunnel;

import dev.modmon.uiapi.ssh.Identity;
import dev.modmon.uiapi.ssh.IdentityQueue;
import dev.modmon.uiapi.ssh.SshPublicKey;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;
import org.apache.sshd.client.auth.UserAuth;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.kex.extension.DefaultClientKexExtensionHandler;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/// Logs in with one key after the other: the method `publickey` of RFC 4252, section 7.
///
/// A key whose signature costs nothing is signed with at once, which saves asking the server whether it would take it.
final class KeyLogin implements UserAuth, UserAuthFactory {
    private static final String METHOD = "publickey";

    private final IdentityQueue identities;
    private @Nullable Identity first;
    private @Nullable Identity current;
    private @Nullable ClientSession session;
    private String service = "";
    private volatile boolean refused;

    KeyLogin(IdentityQueue identities) {
        this.identities = identities;
    }

    /// Reads the first key, so that this is done when the server wants it.
    synchronized void prepare() {
        if (first == null && current == null) {
            first = identities.next();
        }
    }

    /// Whether the server said no to something.
    boolean wasRefused() {
        return refused;
    }

    /// Sends the first key with the first request, where others ask for the methods that there are.
    ///
    /// @return null when it did not
    synchronized @Nullable IoWriteFuture sendAtOnce(ClientSession session, String service)
            throws IOException {
        prepare();
        Identity identity = first;
        if (identity == null || identity.asksPerson()) {
            return null;
        }
        init(session, service);
        first = null;
        return offer(identity);
    }

    @Override
    public String getName() {
        return METHOD;
    }

    @Override
    public UserAuth createUserAuth(ClientSession session) {
        return this;
    }

    @Override
    public synchronized void init(ClientSession session, String service) {
        this.session = session;
        this.service = service;
    }

    /// @param buffer what the server sent; null when it is our turn
    @Override
    public synchronized boolean process(@Nullable Buffer buffer) throws IOException {
        return (buffer == null ? offerNext() : answer(buffer)) != null;
    }

    @Override
    public void signalAuthMethodFailure(
            ClientSession session,
            String service,
            boolean partial,
            List<String> serverMethods,
            Buffer buffer) {
        refused = true;
    }

    @Override
    public @Nullable ClientSession getClientSession() {
        return session;
    }

    @Override
    public @Nullable ClientSession getSession() {
        return session;
    }

    @Override
    public void destroy() {}

    /// @return null when there is no key left
    private @Nullable IoWriteFuture offerNext() throws IOException {
        // A request was answered with a refusal, be it the one for the methods that there are.
        refused = true;
        while (true) {
            prepare();
            Identity identity = first;
            if (identity == null) {
                identity = identities.next();
            }
            first = null;
            if (identity == null) {
                return null;
            }
            IoWriteFuture sent = offer(identity);
            if (sent != null) {
                return sent;
            }
        }
    }

    private @Nullable IoWriteFuture offer(Identity identity) throws IOException {
        current = identity;
        return identity.asksPerson() ? ask(identity) : sign(identity);
    }

    /// Asks whether the server would take the key.
    private IoWriteFuture ask(Identity identity) throws IOException {
        return session().writePacket(request(identity, false));
    }

    /// @return null when it could not be signed with; the next key has its turn
    private @Nullable IoWriteFuture sign(Identity identity) throws IOException {
        Buffer request = request(identity, true);
        ByteArrayBuffer signed = new ByteArrayBuffer();
        signed.putBytes(session().getSessionId());
        signed.putRawBytes(request.array(), request.rpos(), request.available());
        try {
            request.putBytes(identity.sign(algorithm(identity), signed.getCompactData()));
        } catch (IOException | GeneralSecurityException e) {
            identities.skip(identity, e);
            return null;
        }
        return session().writePacket(request);
    }

    private @Nullable IoWriteFuture answer(Buffer buffer) throws IOException {
        Identity identity = current;
        int message = buffer.getUByte();
        if (message != SshConstants.SSH_MSG_USERAUTH_PK_OK || identity == null) {
            throw new IOException("Message %d makes no sense during the login.".formatted(message));
        }
        // A server that takes another key than the one it was asked about gets nothing signed.
        buffer.getString();
        if (!SshPublicKey.ofBlob(buffer.getBytes()).equals(identity.publicKey())) {
            throw new IOException("The server answered about a key that it was not asked about.");
        }
        return sign(identity);
    }

    private Buffer request(Identity identity, boolean signed) {
        Buffer request = session().createBuffer(SshConstants.SSH_MSG_USERAUTH_REQUEST);
        request.putString(session().getUsername());
        request.putString(service);
        request.putString(METHOD);
        request.putBoolean(signed);
        request.putString(algorithm(identity));
        request.putBytes(identity.publicKey().blob());
        return request;
    }

    /// RSA keys sign with SHA-512 unless the server said that it only knows SHA-256: RFC 8308 and 8332.
    private String algorithm(Identity identity) {
        String type = identity.publicKey().type();
        if (!type.equals(SshPublicKey.RSA)) {
            return type;
        }
        Set<String> known =
                session().getAttribute(DefaultClientKexExtensionHandler.SERVER_ALGORITHMS);
        boolean only256 =
                known != null && known.contains("rsa-sha2-256") && !known.contains("rsa-sha2-512");
        return only256 ? "rsa-sha2-256" : "rsa-sha2-512";
    }

    private ClientSession session() {
        ClientSession open = session;
        if (open == null) {
            throw new IllegalStateException("The login has not begun.");
        }
        return open;
    }
}
