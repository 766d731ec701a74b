package dev.modmon.core.specification;

import java.util.List;
import java.util.Optional;

/// What may stand under a key.
public sealed interface Shape {
    /// A single value.
    ///
    /// @param choices the only texts there are; empty: any
    record Scalar(ScalarForm form, List<String> choices) implements Shape {
        public Scalar {
            choices = List.copyOf(choices);
        }
    }

    /// A list.
    record Items(Shape item) implements Shape {}

    /// A mapping whose keys are names that the user chooses.
    ///
    /// @param emptyAllowed whether a name may have nothing under it
    record Named(Shape value, boolean emptyAllowed) implements Shape {}

    /// A mapping whose keys are known.
    record Fields(MappingType type) implements Shape {}

    /// Several forms of one thing, the shortest first.
    record Either(List<Shape> forms) implements Shape {
        public Either {
            forms = List.copyOf(forms);
        }
    }

    /// Whatever the user likes.
    record Anything() implements Shape {}

    /// This shape, or its form that is a single value.
    default Optional<Scalar> scalar() {
        return form(Scalar.class);
    }

    /// This shape, or its form that is a list.
    default Optional<Items> items() {
        return form(Items.class);
    }

    /// This shape, or its form that is a mapping with names of the user's.
    default Optional<Named> named() {
        return form(Named.class);
    }

    /// This shape, or its form that is a mapping with known keys.
    default Optional<Fields> fields() {
        return form(Fields.class);
    }

    private <T extends Shape> Optional<T> form(Class<T> wanted) {
        if (wanted.isInstance(this)) {
            return Optional.of(wanted.cast(this));
        }
        if (this instanceof Either either) {
            for (Shape form : either.forms()) {
                if (wanted.isInstance(form)) {
                    return Optional.of(wanted.cast(form));
                }
            }
        }
        return Optional.empty();
    }
}
