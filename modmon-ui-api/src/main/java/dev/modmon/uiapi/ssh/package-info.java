/// SSH keys and what holds them: key files in OpenSSH's format, a running ssh-agent, and Ed25519 for MINA SSHD from the JDK.
/// Knows no node, no session and no cluster.
@NullMarked
package dev.modmon.uiapi.ssh;

import org.jspecify.annotations.NullMarked;
