package dev.modmon.core.importer;

import dev.modmon.core.source.SourceFile;
import dev.modmon.core.yaml.YamlMapping;

/// One YAML document of a Compose file.
///
/// @param source the document alone, with `\n` as line ends; its lines are those of the file
record Document(SourceFile source, YamlMapping root) {}
