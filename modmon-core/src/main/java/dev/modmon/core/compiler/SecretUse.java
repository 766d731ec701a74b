package dev.modmon.core.compiler;

import dev.modmon.core.project.ServiceName;
import dev.modmon.core.source.Place;

/// A variable of a service that a secret is part of.
///
/// @param place where the variable is written
public record SecretUse(ServiceName service, String variable, Place place) {}
