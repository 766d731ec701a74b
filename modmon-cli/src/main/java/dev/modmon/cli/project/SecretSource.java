package dev.modmon.cli.project;

import java.util.Optional;

/// Port: where values of the project's own secrets come from, on the machine of whoever deploys.
interface SecretSource {
    /// The value of a secret, as in `SECRETS['name']`.
    Optional<String> find(String name);

    /// The source as a person knows it, such as a file's path.
    String shown(String name);
}
