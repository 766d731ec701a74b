package dev.modmon.core.access;

import dev.modmon.core.key.PublicKey;
import dev.modmon.core.source.Place;

/// A user's key.
///
/// @param file its name under `.modmon/pubkeys/`
/// @param place where the user names it
public record UserKey(String file, Place place, PublicKey key) {}
