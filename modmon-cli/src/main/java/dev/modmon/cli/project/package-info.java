/// The master repo that a command works in: where it is, what it says, whom it deploys for. Knows no command.
@NullMarked
package dev.modmon.cli.project;

import org.jspecify.annotations.NullMarked;
