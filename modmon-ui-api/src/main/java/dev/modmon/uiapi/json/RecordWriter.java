package dev.modmon.uiapi.json;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes what requests are made of as JSON.
final class RecordWriter {
    private final StringBuilder out = new StringBuilder(256);

    String text() {
        return out.toString();
    }

    RecordWriter write(@Nullable Object value) {
        if (value == null
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long) {
            out.append(value);
        } else if (value instanceof String string) {
            writeString(string);
        } else if (value instanceof Enum<?> constant) {
            writeString(RecordShape.nameOf(constant));
        } else if (value instanceof Double number && Double.isFinite(number)) {
            out.append(number);
        } else if (value instanceof Collection<?> elements) {
            writeArray(elements);
        } else if (value instanceof Map<?, ?> members) {
            writeObject(members);
        } else if (value instanceof Record members) {
            writeRecord(members);
        } else {
            throw new IllegalArgumentException(
                    "A %s cannot be written as JSON.".formatted(value.getClass().getSimpleName()));
        }
        return this;
    }

    private void writeArray(Collection<?> elements) {
        char before = '[';
        for (Object element : elements) {
            out.append(before);
            write(element);
            before = ',';
        }
        out.append(before == '[' ? "[]" : "]");
    }

    private void writeObject(Map<?, ?> members) {
        char before = '{';
        for (Map.Entry<?, ?> member : members.entrySet()) {
            out.append(before);
            writeMember(String.valueOf(member.getKey()), member.getValue());
            before = ',';
        }
        out.append(before == '{' ? "{}" : "}");
    }

    private void writeRecord(Record record) {
        char before = '{';
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            out.append(before);
            writeMember(component.getName(), valueOf(component, record));
            before = ',';
        }
        out.append(before == '{' ? "{}" : "}");
    }

    private void writeMember(String name, @Nullable Object value) {
        writeString(name);
        out.append(':');
        write(value);
    }

    private static @Nullable Object valueOf(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "%s must be public.".formatted(record.getClass()), e);
        }
    }

    private void writeString(String string) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char unit = string.charAt(i);
            if (unit == '"' || unit == '\\') {
                out.append('\\').append(unit);
            } else if (unit < ' ') {
                out.append("\\u00").append(hex(unit >> 4)).append(hex(unit & 15));
            } else {
                out.append(unit);
            }
        }
        out.append('"');
    }

    private static char hex(int digit) {
        return Character.forDigit(digit, 16);
    }
}
