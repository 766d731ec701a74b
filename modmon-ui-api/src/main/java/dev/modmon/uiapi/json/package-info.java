/// The records of the API from and to JSON, quick from the first one on. Knows no HTTP, and no record by name.
@NullMarked
package dev.modmon.uiapi.json;

import org.jspecify.annotations.NullMarked;
