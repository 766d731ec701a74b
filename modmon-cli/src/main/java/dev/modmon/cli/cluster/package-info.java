/// A cluster as the commands see it, and the adapter that reaches one through SSH. Knows no command and prints nothing.
@NullMarked
package dev.modmon.cli.cluster;

import org.jspecify.annotations.NullMarked;
