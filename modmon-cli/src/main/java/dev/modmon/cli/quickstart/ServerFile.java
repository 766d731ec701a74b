package dev.modmon.cli.quickstart;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// `server.json` in a server's state directory: there while it answers.
@JsonIgnoreProperties(ignoreUnknown = true)
record ServerFile(long pid, int apiPort, int sshPort, String hostKey) {
    static Optional<ServerFile> in(Path state) {
        try {
            String text = Files.readString(state.resolve("server.json"));
            return Optional.of(JsonMapper.shared().readValue(text, ServerFile.class));
        } catch (NoSuchFileException notYet) {
            return Optional.empty();
        } catch (IOException | JacksonException halfWritten) {
            return Optional.empty();
        }
    }
}
