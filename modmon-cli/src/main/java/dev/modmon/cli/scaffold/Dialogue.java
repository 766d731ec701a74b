package dev.modmon.cli.scaffold;

import dev.modmon.cli.catalogue.CommonOptions;
import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.catalogue.Signature;
import dev.modmon.cli.catalogue.ValueReader;
import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.Interrupts;
import dev.modmon.cli.failure.Interrupted;
import dev.modmon.cli.failure.UsageFailure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks for what the command line does not say. Nothing is written before the last answer, so the user can leave at any
/// question.
final class Dialogue {
    private static final String NOTHING = "Nothing was written.";

    private final Console console;
    private final Signature signature;
    private final boolean yes;

    Dialogue(Console console, Signature signature, Input input) {
        this.console = console;
        this.signature = signature;
        this.yes = input.get(CommonOptions.YES);
    }

    /// What an option says, read.
    ///
    /// @throws UsageFailure when it cannot be
    <T> Optional<T> given(Optional<String> text, String flag, ValueReader<T> reader) {
        try {
            return text.map(reader::read);
        } catch (IllegalArgumentException wrong) {
            throw new UsageFailure(
                    "%s: %s".formatted(flag, wrong.getMessage()),
                    "Usage: %s".formatted(signature.usage()));
        }
    }

    /// What was given, or the answer.
    ///
    /// @throws UsageFailure when nobody can be asked
    <T> T ask(Optional<T> given, Question<T> question) {
        if (given.isPresent()) {
            return given.get();
        }
        if (yes && question.usual() != null) {
            return question.reader().read(question.usual());
        }
        if (!console.canAsk()) {
            throw new UsageFailure(
                    "%s is missing, and nobody can be asked here.".formatted(question.flag()),
                    "Usage: %s\n'--yes' takes the usual answer where there is one."
                            .formatted(signature.usage()));
        }
        return answer(question);
    }

    /// The same for what can be left out: it is asked for only where the user is being asked anyway.
    <T> Optional<T> offer(Optional<T> given, boolean asking, Question<Optional<T>> question) {
        return given.isPresent() || !asking || yes || !console.canAsk() ? given : answer(question);
    }

    private <T> T answer(Question<T> question) {
        try (Interrupts.Registration _ = console.onInterrupt(this::sayGoodbye)) {
            return insistOn(question);
        }
    }

    private void sayGoodbye() {
        console.note("\n" + NOTHING);
    }

    private <T> T insistOn(Question<T> question) {
        while (true) {
            String line = console.ask(question.prompt()).orElseThrow(Dialogue::left).strip();
            String answer = line.isEmpty() ? question.usual() : line;
            T value = read(question, answer);
            if (value != null) {
                return value;
            }
        }
    }

    private <T> @Nullable T read(Question<T> question, @Nullable String answer) {
        if (answer == null) {
            console.note("An answer is needed; Ctrl-C leaves without a change.");
            return null;
        }
        try {
            return question.reader().read(answer);
        } catch (IllegalArgumentException wrong) {
            console.note(String.valueOf(wrong.getMessage()));
            return null;
        }
    }

    private static Interrupted left() {
        return new Interrupted(NOTHING, "");
    }

    void say(String line) {
        if (console.canAsk() && !yes) {
            console.note(line);
        }
    }
}
