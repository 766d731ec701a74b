package dev.modmon.core.expression;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an expression can mean.
public sealed interface Value {
    static Value text(String text) {
        return new Text(text);
    }

    static Value number(int number) {
        return new Number(Integer.toString(number));
    }

    /// A secret that is known by name only: it stands as `${NAME}` in whatever it becomes part of.
    static Value secret(String name) {
        return Secret.named(name);
    }

    /// A name that is known but means nothing here.
    ///
    /// @param reason why, as a sentence: `Environment 'local' has no url.`
    /// @param hint what to do about it, or empty
    static Value absent(String reason, String hint) {
        return new Absent(reason, hint);
    }

    /// Named values, such as the fields of a database.
    ///
    /// @param what the names are, in the plural: `databases`
    static Value group(String what, Map<String, ? extends Value> members) {
        SequencedMap<String, Value> copy = new TreeMap<>(members);
        return new Group(what, name -> Optional.ofNullable(copy.get(name)), copy.keySet());
    }

    /// Named values of which there is one for every name, such as secrets. The function may refuse a
    /// name with [#absent].
    static Value openGroup(String what, Function<String, Value> member) {
        return new Group(what, name -> Optional.of(member.apply(name)), List.of());
    }

    record Text(String text) implements Value {
        /// Written out, like the next: a record's own is generated at its first use, which every command would wait for.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Text that && text.equals(that.text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }

    /// A number as it is written. What can calculate is made only when it is needed: BigDecimal takes longer to get
    /// ready than everything else that an evaluation does.
    ///
    /// @param written digits, and maybe a decimal point
    record Number(String written) implements Value {
        private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]*");

        static Number of(BigDecimal number) {
            return new Number(
                    number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
        }

        BigDecimal exact() {
            return new BigDecimal(written);
        }

        /// Without zeros that say nothing.
        String text() {
            return WHOLE.matcher(written).matches() ? written : of(exact()).written();
        }
    }

    record Truth(boolean truth) implements Value {}

    /// Text with a secret in it.
    ///
    /// @param pattern `${NAME}` for each secret; every other `$` is doubled
    record Secret(String pattern) implements Value {
        private static final Pattern NAME = Pattern.compile("[A-Z_][A-Z0-9_]{0,254}");

        static Secret named(String name) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "Secret placeholder '%s' must be A-Z, 0-9 and '_'.".formatted(name));
            }
            return new Secret("${" + name + "}");
        }

        static String escape(String literal) {
            return literal.replace("$", "$$");
        }
    }

    record Group(String what, Function<String, Optional<Value>> members, Collection<String> names)
            implements Value {}

    record Absent(String reason, String hint) implements Value {}
}
