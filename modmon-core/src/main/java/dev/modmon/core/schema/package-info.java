/// JSON Schemas of the master repo's YAML files, made from the tables of `specification`, for editors. Knows no document
/// and checks none.
@NullMarked
package dev.modmon.core.schema;

import org.jspecify.annotations.NullMarked;
