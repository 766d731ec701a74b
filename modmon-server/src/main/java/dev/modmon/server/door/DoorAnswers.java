package dev.modmon.server.door;

import dev.modmon.core.api.DoorAnswer;
import dev.modmon.server.access.Caller;
import java.util.function.IntSupplier;
import tools.jackson.databind.json.JsonMapper;

/// What every door says to a key that it knows: one line of JSON.
public final class DoorAnswers {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Tokens tokens;
    private final IntSupplier apiPort;

    /// @param apiPort known once the API listens
    public DoorAnswers(Tokens tokens, IntSupplier apiPort) {
        this.tokens = tokens;
        this.apiPort = apiPort;
    }

    String lineFor(Caller caller) {
        return JSON.writeValueAsString(
                        new DoorAnswer(tokens.issue(caller), apiPort(), caller.user()))
                + "\n";
    }

    /// Where the API listens.
    public int apiPort() {
        return apiPort.getAsInt();
    }
}
