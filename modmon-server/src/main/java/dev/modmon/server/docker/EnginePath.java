package dev.modmon.server.docker;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// Where a request goes, without the API's version: segments and values are encoded here and nowhere else.
record EnginePath(String value) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static EnginePath of(String... segments) {
        StringBuilder path = new StringBuilder();
        for (String segment : segments) {
            path.append('/').append(encode(segment));
        }
        return new EnginePath(path.toString());
    }

    EnginePath with(String parameter, Object setting) {
        char separator = value.indexOf('?') < 0 ? '?' : '&';
        return new EnginePath(value + separator + parameter + "=" + encode(setting.toString()));
    }

    /// Only things for which each filter matches.
    EnginePath filtered(Map<String, String> filters) {
        Map<String, List<String>> all = new TreeMap<>();
        filters.forEach((filter, wanted) -> all.put(filter, List.of(wanted)));
        return filteredByAny(all);
    }

    /// Only things for which each filter matches one of its values.
    EnginePath filteredByAny(Map<String, List<String>> filters) {
        return with("filters", JSON.writeValueAsString(filters));
    }

    /// Image names keep their slashes: the engine's routes take everything up to the last segment.
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/")
                .replace("%3A", ":")
                .replace("%40", "@");
    }

    @Override
    public String toString() {
        return value;
    }
}
