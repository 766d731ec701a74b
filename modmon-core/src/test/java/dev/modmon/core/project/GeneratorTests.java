package dev.modmon.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.modmon.core.project.Generator.Encoding;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratorTests {
    @ParameterizedTest
    @CsvSource({
        "32, HEX, '', '[0-9a-f]{64}'",
        "32, BASE64, 'base64:', 'base64:[A-Za-z0-9+/]{43}='",
        "48, BASE64URL, '', '[A-Za-z0-9_-]{64}'",
        "20, ALPHANUMERIC, 'key_', 'key_[A-Za-z0-9]{20}'",
    })
    void makesUpAValue(int random, Encoding encoding, String prefix, String expected) {
        Generator generator = new Generator(random, encoding, prefix);

        assertThat(generator.make(new Random(1))).matches(expected);
    }

    @Test
    void usesEveryCharacterThereIs() {
        String text = new Generator(1024, Encoding.ALPHANUMERIC, "").make(new Random(1));
        Set<Integer> characters = new HashSet<>(text.chars().boxed().toList());

        assertThat(characters).hasSize(62);
    }

    @Test
    void refusesWhatIsTooLittleToBeSafeOrTooMuchToBeOfUse() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Generator(7, Encoding.HEX, ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Generator(1025, Encoding.HEX, ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Generator(32, Encoding.HEX, "{{ENV}}"));
    }
}
