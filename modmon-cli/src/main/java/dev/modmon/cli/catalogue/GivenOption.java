package dev.modmon.cli.catalogue;

/// An option on a command line.
///
/// @param value empty for a flag
record GivenOption(Option<?> option, String value) {}
