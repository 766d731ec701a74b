package dev.modmon.uiapi.tunnel;

import java.net.Socket;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.common.io.IoConnector;
import org.apache.sshd.common.session.helpers.AbstractSessionFactory;

/// MINA's client over a socket that is connected already, without the clock that MINA lets run beside each session: who
/// waits for something here knows how long.
final class LeanClient extends SshClient {
    private final Socket socket;

    LeanClient(Socket socket) {
        this.socket = socket;
    }

    @Override
    protected IoConnector createConnector() {
        return new SocketConnector(socket, getSessionFactory());
    }

    @Override
    protected void setupSessionTimeout(AbstractSessionFactory<?, ?> sessionFactory) {}

    @Override
    protected void removeSessionTimeout(AbstractSessionFactory<?, ?> sessionFactory) {}
}
