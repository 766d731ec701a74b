package dev.modmon.cli.project;

import java.util.Locale;

/// What whoever is logged in would be called in a master repo.
public final class LoginName {
    private static final int LONGEST = 32;

    private LoginName() {}

    /// The user's name, as access.yaml takes it.
    public static String ofUser() {
        String name =
                System.getProperty("user.name", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9-]", "-")
                        .replaceAll("^-+|-+$", "");
        String cut =
                name.length() > LONGEST ? name.substring(0, LONGEST).replaceAll("-+$", "") : name;
        return cut.isEmpty() ? "me" : cut;
    }
}
