package dev.modmon.core.expression;

import dev.modmon.core.expression.Value.Secret;
import java.util.List;

/// What became of a template.
///
/// @param text literal when nothing secret is in it; else `${NAME}` stands for each secret, and every
///     other `$` is doubled
public record Rendered(String text, boolean secret) {
    public static Rendered plain(String text) {
        return new Rendered(text, false);
    }

    /// The texts one after another; with one secret among them, all of it is.
    public static Rendered join(List<Rendered> pieces) {
        boolean secret = pieces.stream().anyMatch(Rendered::secret);
        StringBuilder text = new StringBuilder();
        for (Rendered piece : pieces) {
            text.append(secret && !piece.secret() ? Secret.escape(piece.text()) : piece.text());
        }
        return new Rendered(text.toString(), secret);
    }

    @Override
    public String toString() {
        return secret ? "••••••" : text;
    }
}
