package dev.modmon.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class VersionIntegrationTests {
    @Test
    void isThatOfTheMavenProject() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml")))
                .containsPattern(
                        "<artifactId>modmon</artifactId>\\s*<version>%s</version>"
                                .formatted(Pattern.quote(Version.NUMBER)));
    }
}
