package dev.modmon.core.source;

/// A text file of the master repo.
///
/// @param path relative to the repo's root, with `/`
public record SourceFile(String path, String text) {}
