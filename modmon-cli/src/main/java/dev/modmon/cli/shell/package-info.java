/// The interactive session: Spring Boot, Spring Shell and JLine around the same catalogue of commands. Knows no single
/// command.
@NullMarked
package dev.modmon.cli.shell;

import org.jspecify.annotations.NullMarked;
