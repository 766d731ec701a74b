/// Where text comes from: files of a master repo and places in them. Knows nothing of what the text means.
@NullMarked
package dev.modmon.core.source;

import org.jspecify.annotations.NullMarked;
