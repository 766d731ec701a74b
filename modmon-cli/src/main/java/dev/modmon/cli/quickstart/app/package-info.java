/// The app that the quickstart deploys: two services in one class, run inside containers. Knows nothing of Modmon, and
/// uses nothing but `java.base` and `jdk.httpserver`.
@NullMarked
package dev.modmon.cli.quickstart.app;

import org.jspecify.annotations.NullMarked;
