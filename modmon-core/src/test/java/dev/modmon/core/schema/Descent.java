package dev.modmon.core.schema;

import dev.modmon.core.specification.Attribute;
import dev.modmon.core.specification.MappingType;
import dev.modmon.core.specification.Shape;
import java.util.List;
import java.util.function.Consumer;

/// Goes through the mappings of a file, down to where Compose's begin.
final class Descent {
    private Descent() {}

    static void into(Shape shape, Consumer<MappingType> visitor) {
        switch (shape) {
            case Shape.Fields(var type) when !SchemaWriter.COMPOSED.contains(type) -> {
                visitor.accept(type);
                type.attributes().forEach(it -> into(it.shape(), visitor));
            }
            case Shape.Named named -> into(named.value(), visitor);
            case Shape.Items(var item) -> into(item, visitor);
            case Shape.Either(var forms) -> forms.forEach(it -> into(it, visitor));
            case Shape.Fields _, Shape.Scalar _, Shape.Anything _ -> {}
        }
    }

    static List<String> keysWithoutDescription(MappingType type) {
        return type.attributes().stream()
                .filter(it -> it.description().isEmpty())
                .map(Attribute::key)
                .map(key -> type + "." + key)
                .toList();
    }
}
