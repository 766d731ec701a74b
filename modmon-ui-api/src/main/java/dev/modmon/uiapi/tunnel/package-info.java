/// The way into a cluster: an SSH session with a node, the door behind it, and connections to the API through it.
/// Knows no operation of that API. MINA SSHD's types stay in here.
@NullMarked
package dev.modmon.uiapi.tunnel;

import org.jspecify.annotations.NullMarked;
