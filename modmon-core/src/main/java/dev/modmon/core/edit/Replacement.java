package dev.modmon.core.edit;

import dev.modmon.core.edit.Span.Entry;
import java.util.List;
import java.util.stream.Collectors;

/// How an entry gets another value. A remark behind the key, or behind a value in the key's line, stays.
final class Replacement {
    private final Lines lines;
    private final Extent extent;
    private final Route route;
    private final YamlFragment value;

    Replacement(Lines lines, Route route, YamlFragment value) {
        this.lines = lines;
        this.extent = new Extent(lines);
        this.route = route;
        this.value = value;
    }

    List<Splice> splices() {
        return route.owner().flow() ? List.of(inFlow()) : inBlock();
    }

    private Splice inFlow() {
        Entry entry = route.entry();
        String flow = FlowWriter.value(value, extent.isJson(route.owner()));
        int colon = extent.behindColon(entry);
        return entry.value().isEmpty()
                ? Splice.insert(Math.max(entry.key().to(), colon), (colon < 0 ? ": " : " ") + flow)
                : new Splice(entry.value().from(), entry.value().to(), flow);
    }

    private List<Splice> inBlock() {
        Span old = route.entry().value();
        int key = route.entry().key().from();
        int column = lines.columnOf(key);
        Layout layout = Layout.of(lines, route.mappings());
        String behind = BlockWriter.behind(value, column, layout);
        String below =
                BlockWriter.below(value, column, layout).stream()
                        .map(line -> lines.end() + line)
                        .collect(Collectors.joining());
        int colon = extent.behindColon(route.entry());
        boolean onKeyLine = lines.isSameLine(key, old.from());
        boolean inKeyLine = onKeyLine && lines.isSameLine(key, old.to());
        if (inKeyLine) {
            return List.of(
                    new Splice(colon, old.to(), behind),
                    Splice.insert(lines.endOf(old.to()), below));
        }
        if (onKeyLine) {
            return List.of(new Splice(colon, extent.endOf(old), behind + below));
        }
        return List.of(
                Splice.insert(colon, behind),
                new Splice(lines.endOf(key), extent.endOf(old), below));
    }
}
