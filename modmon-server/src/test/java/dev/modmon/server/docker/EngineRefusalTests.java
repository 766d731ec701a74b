package dev.modmon.server.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.server.rollout.PlatformException;
import dev.modmon.server.rollout.PlatformException.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

class EngineRefusalTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    500 | rpc error: code = Unknown desc = update out of sequence | CONFLICT | Cannot do it: update out of sequence
                    400 | rpc error: code = FailedPrecondition desc = network ab is in use by task cd | CONFLICT | Cannot do it: network ab is in use by task cd
                    409 | network with name x already exists | CONFLICT | Cannot do it: network with name x already exists
                    404 | service x not found | NOT_FOUND | Cannot do it: service x not found
                    400 | rpc error: code = InvalidArgument desc = port '80' is already in use by service 'x' as an ingress port | REFUSED | Cannot do it: port '80' is already in use by service 'x' as an ingress port
                    503 | This node is not a swarm manager. | UNAVAILABLE | Cannot do it: This node is not a swarm manager.
                    502 | '' | UNAVAILABLE | Cannot do it: status 502
                    """)
    void saysWhatWasRefusedAndWhatMayBeDone(int status, String said, Kind kind, String message) {
        PlatformException refusal =
                EngineRefusal.of(
                        "do it",
                        status,
                        JsonNodeFactory.instance.objectNode().put("message", said));

        assertThat(refusal.kind()).isEqualTo(kind);
        assertThat(refusal).hasMessage(message);
    }
}
