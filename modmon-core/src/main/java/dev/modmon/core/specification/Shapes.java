package dev.modmon.core.specification;

import java.util.List;

/// The shapes that the specification's tables are written with.
final class Shapes {
    static final Shape ANYTHING = new Shape.Anything();
    static final Shape TEXT = scalar(ScalarForm.TEXT);
    static final Shape SPELLED = scalar(ScalarForm.SPELLED);
    static final Shape TEXT_OR_NUMBER = scalar(ScalarForm.TEXT_OR_NUMBER);
    static final Shape TEXT_OR_INTEGER = scalar(ScalarForm.TEXT_OR_INTEGER);
    static final Shape TEXT_OR_BOOLEAN = scalar(ScalarForm.TEXT_OR_BOOLEAN);
    static final Shape DURATION = scalar(ScalarForm.DURATION);
    static final Shape BYTES = scalar(ScalarForm.BYTES);
    static final Shape BYTES_AS_TEXT = scalar(ScalarForm.BYTES_AS_TEXT);
    static final Shape INTEGER = scalar(ScalarForm.INTEGER);
    static final Shape NUMBER = scalar(ScalarForm.NUMBER);
    static final Shape BOOLEAN = scalar(ScalarForm.BOOLEAN);

    static final Shape TEXTS = list(TEXT);
    static final Shape TEXT_OR_LIST = either(TEXT, TEXTS);

    /// A mapping, or a list of `KEY=VALUE`.
    static final Shape KEY_VALUES = either(new Shape.Named(scalar(ScalarForm.VALUE), true), TEXTS);

    static final Shape OPTIONS = new Shape.Named(scalar(ScalarForm.OPTION), true);

    /// A mapping of one address or several for each host, or a list.
    static final Shape HOSTS = either(new Shape.Named(TEXT_OR_LIST, false), TEXTS);

    private Shapes() {}

    static Shape choice(String... texts) {
        return new Shape.Scalar(ScalarForm.TEXT, List.of(texts));
    }

    static Shape list(Shape item) {
        return new Shape.Items(item);
    }

    static Shape named(Shape value) {
        return new Shape.Named(value, false);
    }

    static Shape namedOrEmpty(Shape value) {
        return new Shape.Named(value, true);
    }

    static Shape fields(MappingType type) {
        return new Shape.Fields(type);
    }

    static Shape either(Shape... forms) {
        return new Shape.Either(List.of(forms));
    }

    private static Shape scalar(ScalarForm form) {
        return new Shape.Scalar(form, List.of());
    }
}
