package dev.modmon.core.composition;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads points in time as Compose's YAML library does, and spells them as Compose passes them on: `2024-01-31` is
/// `2024-01-31 00:00:00 +0000 UTC`.
final class GoTimestamp {
    private static final Pattern FORM =
            Pattern.compile(
                    "(\\d{4})-(\\d{1,2})-(\\d{1,2})"
                            + "(?:(?<gap>[Tt ])(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:\\.(\\d{1,9}))?(?<zone>Z|[+-]\\d{2}:\\d{2})?)?");

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private GoTimestamp() {}

    /// Empty when the text, which has no quotes around it, is no point in time.
    static Optional<String> spelled(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || !zoneFits(form)) {
            return Optional.empty();
        }
        try {
            LocalDateTime time =
                    LocalDateTime.of(
                            number(form, 1),
                            number(form, 2),
                            number(form, 3),
                            number(form, 5),
                            number(form, 6),
                            number(form, 7));
            return Optional.of(SECONDS.format(time) + fraction(form) + " " + zone(form));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    /// Behind a `T` there must be a zone, behind a space there is none.
    private static boolean zoneFits(Matcher form) {
        String gap = form.group("gap");
        return gap == null || gap.equals(" ") == (form.group("zone") == null);
    }

    private static int number(Matcher form, int group) {
        return form.group(group) == null ? 0 : Integer.parseInt(form.group(group));
    }

    private static String fraction(Matcher form) {
        String digits = form.group(8) == null ? "" : form.group(8).replaceAll("0+$", "");
        return digits.isEmpty() ? "" : "." + digits;
    }

    private static String zone(Matcher form) {
        String zone = form.group("zone");
        if (zone == null || zone.equals("Z")) {
            return "+0000 UTC";
        }
        ZoneOffset offset = ZoneOffset.of(zone);
        String digits = zone.replace(":", "");
        return offset.getTotalSeconds() == 0 ? "+0000 UTC" : digits + " " + digits;
    }
}
