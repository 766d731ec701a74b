package dev.modmon.core.dotenv;

import dev.modmon.core.source.Place;
import org.jspecify.annotations.Nullable;

/// A variable of an env file.
///
/// @param place of the name
/// @param value null for a `NAME` alone, which takes its value from outside of the file
public record DotenvEntry(String name, Place place, @Nullable DotenvValue value) {}
