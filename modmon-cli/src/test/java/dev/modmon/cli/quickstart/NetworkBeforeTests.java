package dev.modmon.cli.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkBeforeTests {
    private static final String RULES =
            """
            *nat
            :POSTROUTING ACCEPT [3:180]
            :DOCKER - [0:0]
            [1:60] -A POSTROUTING -s 10.8.0.0/24 -j MASQUERADE
            [0:0] -A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE
            COMMIT
            *filter
            :FORWARD DROP [0:0]
            :DOCKER-USER - [0:0]
            [0:0] -A FORWARD -j DOCKER-USER
            [5:300] -A INPUT -i lo -j ACCEPT
            COMMIT
            """;

    @Test
    void keepsTheRulesOfOthers() {
        assertThat(NetworkBefore.withoutEngine(RULES, false))
                .isEqualTo(
                        """
                        *nat
                        :POSTROUTING ACCEPT [3:180]
                        [1:60] -A POSTROUTING -s 10.8.0.0/24 -j MASQUERADE
                        COMMIT
                        *filter
                        :FORWARD ACCEPT [0:0]
                        [5:300] -A INPUT -i lo -j ACCEPT
                        COMMIT
                        """);
    }

    @Test
    void keepsAFirewallThatLetNothingPassBefore() {
        assertThat(NetworkBefore.withoutEngine(RULES, true)).contains(":FORWARD DROP [0:0]");
    }
}
