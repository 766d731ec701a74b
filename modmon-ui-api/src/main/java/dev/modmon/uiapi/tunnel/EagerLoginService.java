package dev.modmon.uiapi.tunnel;

import java.io.IOException;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.ClientUserAuthService;
import org.apache.sshd.client.session.ClientUserAuthServiceFactory;
import org.apache.sshd.common.Service;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.session.Session;

/// MINA's login, but with a key in the first request where that costs nothing, so that one round trip is saved.
final class EagerLoginService extends ClientUserAuthService {
    private final KeyLogin login;

    private EagerLoginService(Session session, KeyLogin login) {
        super(session);
        this.login = login;
    }

    static ClientUserAuthServiceFactory factory(KeyLogin login) {
        return new ClientUserAuthServiceFactory() {
            @Override
            public Service create(Session session) {
                return new EagerLoginService(session, login);
            }
        };
    }

    @Override
    protected IoWriteFuture sendInitialAuthRequest(ClientSession session, String service)
            throws IOException {
        IoWriteFuture sent = login.sendAtOnce(session, service);
        return sent != null ? sent : super.sendInitialAuthRequest(session, service);
    }
}
