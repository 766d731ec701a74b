package dev.modmon.core.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// A random YAML file in somebody's layout.
///
/// @param mappings paths of its mappings below the root that have entries
/// @param empties by path: values that stand for nothing, with the space before them
record Sample(String text, List<YamlPath> mappings, Map<String, String> empties) {
    static Sample of(Random random) {
        Writer writer = new Writer(random);
        writer.mapping(0, List.of(), 1 + random.nextInt(4));
        String text = writer.text.toString().replace("\n", random.nextInt(3) == 0 ? "\r\n" : "\n");
        // A text block says something else when its last line has no end.
        if (random.nextInt(4) == 0 && !text.stripTrailing().endsWith("text")) {
            text = text.stripTrailing();
        }
        String mark = random.nextInt(6) == 0 ? "\ufeff" : "";
        return new Sample(mark + text, writer.mappings, writer.empties);
    }

    /// A path whose entries can be added to: of a mapping, of an empty value, or of nothing at all.
    YamlPath somewhere(Random random) {
        int choice = random.nextInt(4);
        if (choice == 0 && !empties.isEmpty()) {
            List<String> paths = List.copyOf(empties.keySet());
            return new YamlPath(List.of(paths.get(random.nextInt(paths.size())).split("\\.")));
        }
        return choice == 1 ? mapping(random).then("missing") : mapping(random);
    }

    YamlPath mapping(Random random) {
        return mappings.get(random.nextInt(mappings.size()));
    }

    /// What an added entry replaces.
    String valueOf(YamlPath added) {
        return empties.getOrDefault(added.upTo(added.keys().size() - 1), "");
    }

    private static final class Writer {
        private final Random random;
        private final int step;
        private final boolean spaced;
        private final boolean indentedLists;
        private final StringBuilder text = new StringBuilder();
        private final List<YamlPath> mappings = new ArrayList<>();
        private final Map<String, String> empties = new TreeMap<>();
        private int names;

        Writer(Random random) {
            this.random = random;
            this.step = random.nextBoolean() ? 2 : 1 + random.nextInt(4);
            this.spaced = random.nextBoolean();
            this.indentedLists = random.nextBoolean();
            comment(0);
        }

        private void comment(int column) {
            if (random.nextInt(4) == 0) {
                text.append(" ".repeat(column)).append("# about ").append(names).append('\n');
            }
        }

        private String remark() {
            return random.nextInt(4) == 0 ? "  # remark: {[" : "";
        }

        void mapping(int column, List<String> path, int depth) {
            int count = 1 + random.nextInt(3) + (path.isEmpty() ? 1 : 0);
            for (int i = 0; i < count; i++) {
                if (spaced && i > 0) {
                    text.append('\n');
                }
                comment(column);
                String name = "k" + names++;
                List<String> own = new ArrayList<>(path);
                own.add(name);
                boolean quoted = random.nextInt(5) == 0;
                text.append(" ".repeat(column)).append(quoted ? "'" + name + "'" : name);
                text.append(':');
                boolean mustNest = path.isEmpty() && i == 0;
                value(column, own, depth, mustNest ? 0 : random.nextInt(11));
            }
            comment(column);
        }

        private void value(int column, List<String> path, int depth, int kind) {
            String name = String.join(".", path);
            switch (depth == 0 && kind <= 1 ? 5 : kind) {
                case 0, 1 -> {
                    text.append(remark()).append('\n');
                    mappings.add(new YamlPath(path));
                    mapping(column + step, path, depth - 1);
                }
                case 2 -> {
                    text.append(remark()).append('\n');
                    empties.put(name, "");
                }
                case 3 -> {
                    text.append(" {}").append(remark()).append('\n');
                    empties.put(name, " {}");
                }
                case 4 -> {
                    text.append(" ~").append(remark()).append('\n');
                    empties.put(name, " ~");
                }
                case 6 -> {
                    text.append(" |\n")
                            .append(" ".repeat(column + step))
                            .append("# no comment\n\n");
                    text.append(" ".repeat(column + step)).append("text\n");
                }
                case 7 -> list(column);
                case 8 -> {
                    text.append(" {x").append(names).append(": 1, y: '😀'}\n");
                    mappings.add(new YamlPath(path));
                }
                case 9 -> flowLines(column, path);
                case 10 ->
                        text.append(" two\n").append(" ".repeat(column + step)).append("lines\n");
                default -> text.append(" \"quoted\"").append(remark()).append('\n');
            }
        }

        private void list(int column) {
            String dash = " ".repeat(indentedLists ? column + step : column) + "- ";
            text.append('\n');
            text.append(dash).append("one\n");
            text.append(dash).append("two: 2").append(remark()).append('\n');
        }

        private void flowLines(int column, List<String> path) {
            String comma = random.nextBoolean() ? "," : "";
            String indent = " ".repeat(column + step);
            text.append(" {\n").append(indent).append("a: 1,\n").append(indent).append("b: [2, 3]");
            text.append(comma).append(remark()).append('\n').append(indent).append("}\n");
            mappings.add(new YamlPath(path));
        }
    }
}
