package dev.modmon.core.schema;

import static dev.modmon.core.schema.SchemaWriter.object;

import dev.modmon.core.specification.ScalarForm;
import dev.modmon.core.specification.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Single values as JSON Schema.
final class ScalarSchema {
    /// A text that becomes something else before its form matters.
    private static final String PATTERN = "\\$|\\{\\{";

    /// Numbers and truth values that stand in quotes, as Compose accepts them.
    private static final String QUOTED =
            "^\\s*([-+]?[0-9][0-9_.eExXoO]*|[tT]rue|TRUE|[fF]alse|FALSE|[yY](es)?|YES|[nN]o?|NO|[oO]n|ON|[oO]ff|OFF)\\s*$";

    private ScalarSchema() {}

    static Map<String, Object> of(Shape.Scalar scalar, boolean composed) {
        if (!scalar.choices().isEmpty()) {
            Map<String, Object> choices = object("enum", scalar.choices());
            return composed ? object("anyOf", List.of(choices, pattern(PATTERN))) : choices;
        }
        ScalarForm form = scalar.form();
        Map<String, Object> schema = object("type", types(form));
        return composed && !form.takesText()
                ? object("anyOf", List.of(schema, pattern(PATTERN + "|" + QUOTED)))
                : schema;
    }

    private static Map<String, Object> pattern(String pattern) {
        return object("type", "string", "pattern", pattern);
    }

    private static Object types(ScalarForm form) {
        List<String> types = new ArrayList<>();
        add(types, form.takesText(), "string");
        add(types, form.takesFraction(), "number");
        add(types, form.takesInteger() && !form.takesFraction(), "integer");
        add(types, form.takesBoolean(), "boolean");
        add(types, form.takesNothing(), "null");
        return types.size() == 1 ? types.getFirst() : types;
    }

    private static void add(List<String> types, boolean wanted, String type) {
        if (wanted) {
            types.add(type);
        }
    }
}
