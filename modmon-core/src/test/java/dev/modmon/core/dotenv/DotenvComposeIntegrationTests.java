package dev.modmon.core.dotenv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.interpolation.Variables;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the real `docker compose` makes of the same files.
class DotenvComposeIntegrationTests {
    private static final List<String> FILES =
            List.of(
                    "A=b",
                    "A=",
                    "A\nB=2",
                    "A\r\nB=2\r\n",
                    "  export A = b c  ",
                    "export\tA=1",
                    "exportA=1\nexport=2",
                    "A=b # c",
                    "A=b#c",
                    "A=# c",
                    "A= # c",
                    "A=b\t# c",
                    "A=1 #x #y",
                    "A='b # c' # d",
                    "A='x' B=2",
                    "A='x'#c\nB=2",
                    "A=\"x\"\nB=3",
                    "A='it\\n'",
                    "A='it\\'s \\\\ \\\" \\x'",
                    "A=\"say \\\"x\\\" \\$5 \\'\"",
                    "A=\"C:\\dir\"",
                    "A=\"a\\tb\\nc\\\\d\\q\\r\"",
                    "A=\"\\a\\b\\f\\v\\c\\x41\\u0041\\0101\\101\\0\\07\\08\\0777\\0377\\0081\"",
                    "A=\"l1\nl2\n  l3\"\nB=2",
                    "A='l1\nl2'\nB=2",
                    "A=\"l1\\\nl2\"",
                    "A: b",
                    "A : b\nB:b=c\nC=b:c",
                    "A=1\nA=2",
                    "A=1\nA=${A}2",
                    "A=1\nB=$A\nC=${A}x${A:-y}",
                    "B=${Z:-d}${Z-e}${Z:+f}${B+g}",
                    "B=$$A\nC=$ x\nD=$1\nE=a$!b\nF=$",
                    "A=1\nB='$A'\nC=\"$A\"\nD=\"\\$A\"\nE=\"\\\\\\$A\"\nF=\"\\\\$A\"",
                    "A=1\nB=\\$A",
                    "A=1\nB=\"${A:-\\\"x\\\"}\"\nC=\"${Z:-\\\"x\\\"}\"",
                    "\ufeffA=1",
                    "A=\"x\r\ny\"\r\nB=2",
                    "A=x \r\nB='y'\r\n",
                    "1A=x\nA-B=x\nA.B=x\nA[0]=x\nä=x",
                    "A==x\nB=x'y'z\nC=x\"y\"z\nD=`x`",
                    "A=''\nB=\"\"",
                    "  # c\n\n A=1",
                    "A=a\\ b\nB=a\\nb",
                    "A=\u00a0b\u00a0\nB=\u2003b\u2003\nC=\u0085b\u0085",
                    "A=b\u000bc\nB=b\u0007c\nC=1\rD=2",
                    "A=1\n# comment ' quote\nB=2",
                    "A =\nB=2",
                    "A=\n\nB=2",
                    "A= 'x'\nB= \"x\" ",
                    "A=${X:-a b}\nB=\"${X:-a}b}\"\nC=${X:-{b}}\nD=\"${X:-a # b}\"",
                    "A={{ENV}}\nB={{X ? 'a' : \"b\"}} # c",
                    "A=x\nB=${A:-y} ${C:-${A}}",
                    "A=\"$$x\"\nB='$$x'\nC=\"a\\$\\$b\"",
                    "B=${A:-x\"y}",
                    "OUTER=inner\nA=$OUTER\nOUTER\n",
                    "A=\"multi\n# not comment\nend\" # c\nB=1");

    @TempDir Path folder;

    @Test
    void readsEveryFileAsComposeDoes() throws Exception {
        Map<String, Map<String, String>> expected = compose();
        Map<String, Map<String, String>> actual = new TreeMap<>();
        for (int i = 0; i < FILES.size(); i++) {
            actual.put("s" + i, ours(FILES.get(i)));
        }

        assertThat(actual).isEqualTo(expected);
    }

    private static Map<String, String> ours(String text) {
        Diagnostics diagnostics = new Diagnostics();
        SourceFile file = SourceFile.of("e.env", text.getBytes(StandardCharsets.UTF_8));
        DotenvFile read = new DotenvReader(DotenvSyntax.VARIABLES, diagnostics).read(file);
        Map<String, String> values = new TreeMap<>();
        DotenvVariables.of(read, new Outer(), diagnostics)
                .forEach((name, value) -> values.put(name, value.value()));
        assertThat(diagnostics.hasErrors()).as(text + diagnostics.all()).isFalse();
        return values;
    }

    private static final class Outer implements Variables {
        @Override
        public Optional<String> find(String name) {
            return name.equals("OUTER") ? Optional.of("outer") : Optional.empty();
        }

        @Override
        public String undefined(String name, String written, Place place) {
            return "";
        }
    }

    private Map<String, Map<String, String>> compose() throws IOException, InterruptedException {
        StringBuilder yaml = new StringBuilder("name: p\nservices:\n");
        for (int i = 0; i < FILES.size(); i++) {
            Files.writeString(folder.resolve(i + ".env"), FILES.get(i));
            yaml.append("  s%d: {image: x, env_file: %1$d.env}\n".formatted(i));
        }
        Files.writeString(folder.resolve("compose.yaml"), yaml);
        JsonNode services = JsonMapper.shared().readTree(config()).get("services");
        Map<String, Map<String, String>> values = new TreeMap<>();
        services.properties()
                .forEach(service -> {
                    Map<String, String> environment = new TreeMap<>();
                    service.getValue()
                            .get("environment")
                            .properties()
                            .forEach(it -> environment.put(it.getKey(), dollars(it.getValue())));
                    values.put(service.getKey(), environment);
                });
        return values;
    }

    /// The output is a Compose file again, where a dollar is doubled.
    private static String dollars(JsonNode value) {
        return value.asString().replace("$$", "$");
    }

    private String config() throws IOException, InterruptedException {
        Path errors = folder.resolve("errors");
        ProcessBuilder builder =
                new ProcessBuilder("docker", "compose", "config", "--format", "json")
                        .directory(folder.toFile())
                        .redirectError(errors.toFile());
        builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
        builder.environment().put("OUTER", "outer");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return output;
    }
}
