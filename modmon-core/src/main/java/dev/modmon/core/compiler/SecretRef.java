package dev.modmon.core.compiler;

import dev.modmon.core.project.DatabaseName;
import dev.modmon.core.project.DatabaseUserName;
import dev.modmon.core.project.Generator;
import dev.modmon.core.project.ScriptName;
import java.util.Locale;

/// A value that a stack needs and that is in no file.
public sealed interface SecretRef extends Comparable<SecretRef> {
    /// `SECRETS['name']`: the project's owner gives it.
    record Given(String name) implements SecretRef {
        @Override
        public String placeholder() {
            return "MODMON_SECRET_" + variable(name);
        }
    }

    /// The password of an account: the server makes it up.
    record DatabasePassword(DatabaseName database, DatabaseUserName user) implements SecretRef {
        @Override
        public String placeholder() {
            return "MODMON_DB_%s_%s_PASSWORD"
                    .formatted(variable(database.value()), variable(user.value()));
        }
    }

    /// `SCRIPTS['name']`: the server makes it up.
    record Script(ScriptName name, Generator generator) implements SecretRef {
        @Override
        public String placeholder() {
            return "MODMON_SCRIPT_" + variable(name.value());
        }
    }

    /// The variable that stands for it in a compiled stack.
    String placeholder();

    /// As the user writes it.
    default String shown() {
        return switch (this) {
            case Given(var name) -> "SECRETS['%s']".formatted(name);
            case DatabasePassword(var database, var user) ->
                    "password of '%s' for database '%s'".formatted(user, database);
            case Script(var name, _) -> "SCRIPTS['%s']".formatted(name);
        };
    }

    @Override
    default int compareTo(SecretRef other) {
        int order = placeholder().compareTo(other.placeholder());
        return order != 0 ? order : shown().compareTo(other.shown());
    }

    private static String variable(String name) {
        StringBuilder variable = new StringBuilder(name.toUpperCase(Locale.ROOT));
        for (int i = 0; i < variable.length(); i++) {
            if (!isLetterOrDigit(variable.charAt(i))) {
                variable.setCharAt(i, '_');
            }
        }
        return variable.toString();
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
