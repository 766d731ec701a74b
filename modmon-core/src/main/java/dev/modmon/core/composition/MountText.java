package dev.modmon.core.composition;

import java.util.ArrayList;
import java.util.List;

/// The short form of a mount in its parts, as Compose takes it apart: `SOURCE:TARGET:OPTIONS`. A colon
/// behind a single letter belongs to the path, because that is a drive of Windows.
///
/// @param source empty for an anonymous volume
public record MountText(String source, String target, String options) {
    /// What is malformed has everything in the target.
    public static MountText of(String text) {
        List<String> parts = parts(text);
        return switch (parts.size()) {
            case 1 -> new MountText("", text, "");
            case 2 -> new MountText(parts.get(0), parts.get(1), "");
            case 3 -> new MountText(parts.get(0), parts.get(1), parts.get(2));
            default -> new MountText("", text, "");
        };
    }

    /// Whether the source is a path rather than the name of a volume.
    public boolean isBind() {
        if (source.isEmpty()) {
            return false;
        }
        char first = source.charAt(0);
        boolean drive = source.length() > 1 && source.charAt(1) == ':' && Character.isLetter(first);
        return first == '.' || first == '/' || first == '~' || source.startsWith("\\\\") || drive;
    }

    /// The same mount with another source.
    public String withSource(String other) {
        return other + ":" + target + (options.isEmpty() ? "" : ":" + options);
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        if (text.length() <= 2) {
            parts.add(text);
            return parts;
        }
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean drive = i == start + 1 && Character.isLetter(text.charAt(start));
            if (text.charAt(i) == ':' && !drive) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
