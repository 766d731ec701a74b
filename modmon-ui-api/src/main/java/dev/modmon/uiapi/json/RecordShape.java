package dev.modmon.uiapi.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Makes a value of a type from a [JsonTree].
///
/// Every type has one shape, which is kept: what reflection says about a type is asked once.
abstract sealed class RecordShape {
    private static final Map<Type, RecordShape> KNOWN = new ConcurrentHashMap<>();

    private RecordShape() {}

    static RecordShape of(Type type) {
        RecordShape known = KNOWN.get(type);
        if (known == null) {
            known = make(type);
            KNOWN.put(type, known);
        }
        return known;
    }

    /// @return null for null, and for a kind of a sealed interface that is not known
    @Nullable Object bind(@Nullable Object tree) throws UnfitValueException {
        return tree == null ? null : bindPresent(tree);
    }

    abstract @Nullable Object bindPresent(Object tree) throws UnfitValueException;

    private static RecordShape make(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == Map.class
                    ? new MapShape(of(arguments[1]))
                    : new ListShape(of(arguments[0]));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return new Whole(plain);
        }
        if (plain.isEnum()) {
            return new Constant(plain);
        }
        return plain.isInterface() ? new Choice(plain) : new Scalar(plain);
    }

    private static final class Whole extends RecordShape {
        private final Class<?> type;
        private final Constructor<?> constructor;
        private final String[] names;
        private final Type[] types;

        Whole(Class<?> type) {
            this.type = type;
            RecordComponent[] components = type.getRecordComponents();
            names = new String[components.length];
            types = new Type[components.length];
            Class<?>[] raw = new Class<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                names[i] = components[i].getName();
                types[i] = components[i].getGenericType();
                raw[i] = components[i].getType();
            }
            try {
                constructor = type.getConstructor(raw);
            } catch (NoSuchMethodException e) {
                throw new IllegalArgumentException("%s must be public.".formatted(type), e);
            }
        }

        @Override
        Object bindPresent(Object tree) throws UnfitValueException {
            if (!(tree instanceof Map<?, ?> members)) {
                throw new UnfitValueException("an object is due");
            }
            @Nullable Object[] values = new @Nullable Object[names.length];
            for (int i = 0; i < names.length; i++) {
                values[i] = member(i, members.get(names[i]));
            }
            try {
                return constructor.newInstance(values);
            } catch (InvocationTargetException e) {
                throw new UnfitValueException(
                        "a member of %s is missing or wrong".formatted(type.getSimpleName()));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        private @Nullable Object member(int i, @Nullable Object tree) throws UnfitValueException {
            try {
                if (tree == null && types[i] instanceof Class<?> plain && plain.isPrimitive()) {
                    throw new UnfitValueException("it is missing");
                }
                return of(types[i]).bind(tree);
            } catch (UnfitValueException e) {
                throw new UnfitValueException("'%s': %s".formatted(names[i], e.getMessage()));
            }
        }
    }

    private static final class ListShape extends RecordShape {
        private final RecordShape element;

        ListShape(RecordShape element) {
            this.element = element;
        }

        @Override
        Object bindPresent(Object tree) throws UnfitValueException {
            if (!(tree instanceof List<?> elements)) {
                throw new UnfitValueException("a list is due");
            }
            List<@Nullable Object> bound = new ArrayList<>(elements.size());
            for (Object each : elements) {
                bound.add(element.bind(each));
            }
            return bound;
        }
    }

    private static final class MapShape extends RecordShape {
        private final RecordShape value;

        MapShape(RecordShape value) {
            this.value = value;
        }

        @Override
        Object bindPresent(Object tree) throws UnfitValueException {
            if (!(tree instanceof Map<?, ?> members)) {
                throw new UnfitValueException("an object is due");
            }
            Map<Object, @Nullable Object> bound = new LinkedHashMap<>();
            for (Map.Entry<?, ?> member : members.entrySet()) {
                bound.put(member.getKey(), value.bind(member.getValue()));
            }
            return bound;
        }
    }

    private static final class Constant extends RecordShape {
        private final Map<String, Object> byName = new LinkedHashMap<>();

        Constant(Class<?> type) {
            for (Object constant : type.getEnumConstants()) {
                byName.put(nameOf((Enum<?>) constant), constant);
            }
        }

        @Override
        Object bindPresent(Object tree) throws UnfitValueException {
            Object constant = byName.get(tree);
            if (constant == null) {
                throw new UnfitValueException("one of %s is due".formatted(byName.keySet()));
            }
            return constant;
        }
    }

    /// A sealed interface; one member says which of its records it is.
    private static final class Choice extends RecordShape {
        private final String property;
        private final Map<String, Class<?>> kinds = new LinkedHashMap<>();

        Choice(Class<?> type) {
            JsonTypeInfo info = type.getAnnotation(JsonTypeInfo.class);
            JsonSubTypes subTypes = type.getAnnotation(JsonSubTypes.class);
            if (info == null || subTypes == null) {
                throw new IllegalArgumentException("%s must say its kinds.".formatted(type));
            }
            property = info.property();
            for (JsonSubTypes.Type kind : subTypes.value()) {
                kinds.put(kind.name(), kind.value());
            }
        }

        @Override
        @Nullable Object bindPresent(Object tree) throws UnfitValueException {
            if (!(tree instanceof Map<?, ?> members)
                    || !(members.get(property) instanceof String name)) {
                throw new UnfitValueException("an object with '%s' is due".formatted(property));
            }
            Class<?> kind = kinds.get(name);
            return kind == null ? null : of(kind).bind(tree);
        }
    }

    private static final class Scalar extends RecordShape {
        private final Class<?> type;

        Scalar(Class<?> type) {
            this.type = type;
        }

        @Override
        Object bindPresent(Object tree) throws UnfitValueException {
            if (type == String.class && tree instanceof String) {
                return tree;
            }
            if ((type == boolean.class || type == Boolean.class) && tree instanceof Boolean) {
                return tree;
            }
            if (tree instanceof Number number) {
                return number(number);
            }
            throw new UnfitValueException("a %s is due".formatted(type.getSimpleName()));
        }

        private Object number(Number number) throws UnfitValueException {
            if (type == double.class || type == Double.class) {
                return number.doubleValue();
            }
            if (number instanceof Long whole) {
                if (type == long.class || type == Long.class) {
                    return whole;
                }
                if ((type == int.class || type == Integer.class) && whole.intValue() == whole) {
                    return whole.intValue();
                }
            }
            throw new UnfitValueException("a %s is due".formatted(type.getSimpleName()));
        }
    }

    static String nameOf(Enum<?> constant) {
        try {
            JsonProperty named =
                    constant.getDeclaringClass()
                            .getField(constant.name())
                            .getAnnotation(JsonProperty.class);
            return named == null ? constant.name() : named.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
