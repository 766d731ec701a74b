package dev.modmon.uiapi.tunnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.junit.jupiter.api.Test;

class X25519ExchangeTests {
    @Test
    void agreesWithMinasOwn() throws Exception {
        // Repeated, because one secret in 256 begins with a zero byte.
        for (int i = 0; i < 300; i++) {
            var ours = new X25519Exchange();
            var theirs = BuiltinDHFactories.curve25519.create();
            ours.setF(theirs.getE());
            theirs.setF(ours.getE());

            assertThat(ours.getE()).hasSize(32);
            assertThat(new BigInteger(1, ours.getK())).isEqualTo(new BigInteger(1, theirs.getK()));
        }
    }

    @Test
    void refusesAPeerOfAnotherLength() throws Exception {
        for (int length : new int[] {0, 31, 33}) {
            var exchange = new X25519Exchange();
            exchange.getE();
            exchange.setF(new byte[length]);
            assertThatThrownBy(exchange::getK).isInstanceOf(InvalidKeyException.class);
        }
    }

    @Test
    void refusesAPeerWithWhichTheSecretWouldBeZero() throws Exception {
        byte[] one = new byte[32];
        one[0] = 1;
        for (byte[] small : new byte[][] {new byte[32], one}) {
            var exchange = new X25519Exchange();
            exchange.getE();
            exchange.setF(small);
            assertThatThrownBy(exchange::getK).isInstanceOf(GeneralSecurityException.class);
        }
    }
}
