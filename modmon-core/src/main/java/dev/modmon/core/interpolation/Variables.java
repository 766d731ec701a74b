package dev.modmon.core.interpolation;

import dev.modmon.core.source.Place;
import java.util.Optional;

/// Port: where an interpolated text takes its values from.
public interface Variables {
    /// The variable's value, which may be empty, or nothing when it is not defined.
    Optional<String> find(String name);

    /// What stands in the text for a variable that is not defined and has no default.
    ///
    /// @param written as the text has it, such as `${NAME}`
    /// @param place of its `$`
    String undefined(String name, String written, Place place);
}
