/// The operations of a cluster's API, typed, for every user interface. Knows no SSH and shows nothing to anybody.
@NullMarked
package dev.modmon.uiapi.client;

import org.jspecify.annotations.NullMarked;
