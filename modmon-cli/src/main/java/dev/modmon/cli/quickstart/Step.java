package dev.modmon.cli.quickstart;

import java.util.Optional;

/// One thing that the quickstart brings about, and can take back.
interface Step {
    /// One word for the list of steps.
    String name();

    /// What is there already, as a sentence; empty when the step has to be done. Changes nothing.
    Optional<String> present();

    /// Does it, and writes into the [Trail] what is to be undone.
    ///
    /// @return what is there now, as a sentence
    /// @throws dev.modmon.cli.failure.Failure when it cannot be done
    String apply();

    /// Takes back exactly what the trail says, and forgets it.
    ///
    /// @return what was done, as a sentence; empty when there was nothing to undo
    Optional<String> undo();
}
