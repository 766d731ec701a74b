package dev.modmon.core.composition;

import dev.modmon.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/// Stands single characters for values that must pass through interpolation unseen, and puts the values in
/// again at the end. The characters are of Unicode's private use area; those of the user's are tokens too.
final class Tokens {
    private static final char FIRST = '\ue000';
    private static final char LAST = '\uf8ff';

    private enum Kind {
        LITERAL,
        SECRET,
        OPEN
    }

    private record Piece(String text, Kind kind) {}

    private final List<Piece> pieces = new ArrayList<>();

    String literal(String text) {
        return token(new Piece(text, Kind.LITERAL));
    }

    /// @param pattern as [ComposedText] has it
    String secret(String pattern) {
        return token(new Piece(pattern, Kind.SECRET));
    }

    String open(String variable) {
        return token(new Piece("${" + variable + "}", Kind.OPEN));
    }

    static boolean isToken(char c) {
        return c >= FIRST && c <= LAST;
    }

    /// The scalar with all values in: literal, or a pattern when a secret or an open variable is among them.
    YamlScalar resolved(YamlScalar origin, String tokenized) {
        if (has(Kind.SECRET, tokenized)) {
            return ComposedText.secret(origin, expand(tokenized, true));
        }
        return has(Kind.OPEN, tokenized)
                ? ComposedText.open(origin, expand(tokenized, true))
                : ComposedText.literal(origin, expand(tokenized, false));
    }

    private String expand(String tokenized, boolean escaped) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokenized.length(); i++) {
            char c = tokenized.charAt(i);
            if (!isToken(c)) {
                text.append(escaped && c == '$' ? "$$" : String.valueOf(c));
                continue;
            }
            Piece piece = pieces.get(c - FIRST);
            boolean escape = escaped && piece.kind() == Kind.LITERAL;
            text.append(escape ? piece.text().replace("$", "$$") : piece.text());
        }
        return text.toString();
    }

    private boolean has(Kind kind, String tokenized) {
        return tokenized
                .chars()
                .anyMatch(c -> isToken((char) c) && pieces.get(c - FIRST).kind() == kind);
    }

    private String token(Piece piece) {
        int known = pieces.indexOf(piece);
        if (known >= 0) {
            return String.valueOf((char) (FIRST + known));
        }
        if (pieces.size() > LAST - FIRST) {
            throw new IllegalStateException("A text has too many values.");
        }
        pieces.add(piece);
        return String.valueOf((char) (FIRST + pieces.size() - 1));
    }
}
