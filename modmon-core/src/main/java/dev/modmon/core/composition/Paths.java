package dev.modmon.core.composition;

import java.util.ArrayList;
import java.util.List;

/// Paths as Compose files write them, with `/`.
final class Paths {
    private Paths() {}

    /// Without `.`, doubled slashes and steps back.
    static String cleaned(String path) {
        if (path.isEmpty()) {
            return path;
        }
        boolean absolute = path.startsWith("/");
        List<String> steps = new ArrayList<>();
        for (String step : path.split("/")) {
            if (step.equals("..") && !steps.isEmpty() && !steps.getLast().equals("..")) {
                steps.removeLast();
            } else if (!step.isEmpty() && !step.equals(".") && !(step.equals("..") && absolute)) {
                steps.add(step);
            }
        }
        String joined = (absolute ? "/" : "") + String.join("/", steps);
        return joined.isEmpty() ? "." : joined;
    }

    /// The folder that a file is in; empty for the root.
    static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /// The path as seen from the root, when it was written in a file of this folder.
    ///
    /// @param folder empty for the root
    static String from(String folder, String path) {
        return path.startsWith("/") || path.startsWith("~")
                ? path
                : cleaned(folder.isEmpty() ? path : folder + "/" + path);
    }

    /// As [#from], but it still looks like a path and not like a name.
    static String explicitFrom(String folder, String path) {
        String seen = from(folder, path);
        boolean plain = seen.startsWith("/") || seen.startsWith("~") || seen.startsWith("..");
        return plain ? seen : seen.equals(".") ? "./" : "./" + seen;
    }
}
