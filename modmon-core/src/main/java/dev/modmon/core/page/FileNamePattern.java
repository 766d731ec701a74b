package dev.modmon.core.page;

/// A file name in which `*` stands for any characters and `?` for one.
record FileNamePattern(String pattern) {
    /// Goes back to the last `*` only, so the time is bounded by the product of both lengths.
    boolean matches(String name) {
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = 0;
        while (in < name.length()) {
            char wanted = at < pattern.length() ? pattern.charAt(at) : '\0';
            if (wanted == '*') {
                star = at++;
                resume = in;
            } else if (wanted == '?' || wanted == name.charAt(in)) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++resume;
            } else {
                return false;
            }
        }
        return pattern.substring(at).chars().allMatch(c -> c == '*');
    }
}
