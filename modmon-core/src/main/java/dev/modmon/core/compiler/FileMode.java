package dev.modmon.core.compiler;

import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import java.util.Optional;

/// Permissions of a file as Compose files write them: `0440` and `"440"` are octal, `288` is decimal.
final class FileMode {
    private static final int HIGHEST = 07777;

    private FileMode() {}

    static Optional<Integer> of(YamlNode node) {
        if (!(node instanceof YamlScalar scalar)) {
            return Optional.empty();
        }
        boolean number = scalar.type() == YamlScalar.Type.INTEGER;
        return number && !scalar.text().startsWith("0")
                ? parsed(scalar.text(), 10)
                : parsed(scalar.text().replaceFirst("^0[oO]", ""), 8);
    }

    private static Optional<Integer> parsed(String digits, int radix) {
        try {
            return Optional.of(Integer.parseInt(digits, radix))
                    .filter(mode -> mode >= 0 && mode <= HIGHEST);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
