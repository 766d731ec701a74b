package dev.modmon.core.compose;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/// YAML that the docker client reads as it was meant. The client follows YAML 1.1, where `yes`, `1e3`
/// and `22:22` are no texts, so whatever is not plainly a word is quoted.
final class StackYaml {
    private static final YAMLMapper MAPPER =
            YAMLMapper.builder(
                            YAMLFactory.builder()
                                    .stringQuotingChecker(new QuoteAllButWords())
                                    .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                                    .disable(YAMLWriteFeature.SPLIT_LINES)
                                    .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                                    .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
                                    .build())
                    .build();

    private StackYaml() {}

    /// A number that is written with a leading zero: to YAML 1.1 its digits are octal.
    @JsonSerialize(using = OctalSerializer.class)
    record Octal(int value) {}

    private static final class OctalSerializer extends StdSerializer<Octal> {
        OctalSerializer() {
            super(Octal.class);
        }

        @Override
        public void serialize(Octal octal, JsonGenerator generator, SerializationContext context) {
            generator.writeNumber("0" + Integer.toOctalString(octal.value()));
        }
    }

    static String write(JsonNode tree) {
        return MAPPER.writeValueAsString(tree);
    }

    private static final class QuoteAllButWords extends StringQuotingChecker {
        private static final String SAFE = "[A-Za-z0-9_./@+=-]";
        private static final Pattern WORDS =
                Pattern.compile("[A-Za-z/]" + SAFE + "*(?:[ :]?" + SAFE + ")*+");
        private static final Pattern AMOUNT =
                Pattern.compile("(?:\\d+(?:h|ms|us|ns|m|s))+|\\d+[KMGTP]");
        private static final Set<String> RESERVED =
                Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

        @Override
        public boolean needToQuoteName(String name) {
            return needsQuotes(name);
        }

        @Override
        public boolean needToQuoteValue(String value) {
            return needsQuotes(value);
        }

        private static boolean needsQuotes(String text) {
            boolean plain = WORDS.matcher(text).matches() || AMOUNT.matcher(text).matches();
            return !plain || RESERVED.contains(text.toLowerCase(Locale.ROOT));
        }
    }
}
