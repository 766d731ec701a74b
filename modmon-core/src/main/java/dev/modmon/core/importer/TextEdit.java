package dev.modmon.core.importer;

/// Characters of a text to be replaced.
///
/// @param from index of the first
/// @param to index behind the last
record TextEdit(int from, int to, String replacement) {}
