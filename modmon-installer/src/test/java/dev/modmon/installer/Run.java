package dev.modmon.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A process that ended.
@NullMarked
record Run(List<String> command, int exit, String out, String err) {
    /// Standard output, which must be one JSON value and nothing else.
    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }

    <T> T as(Class<T> type) {
        return JsonMapper.shared().readValue(out, type);
    }

    Run expectExit(int expected) {
        assertThat(exit).as(toString()).isEqualTo(expected);
        return this;
    }

    @Override
    public String toString() {
        return "%s%nexit %d%n--- out%n%s--- err%n%s".formatted(command, exit, out, err);
    }
}
