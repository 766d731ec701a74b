package dev.modmon.cli.command;

/// Numbers on the command line.
final class Numbers {
    private static final int MOST_LINES = 100_000;

    private Numbers() {}

    static Long release(String text) {
        long number = parsed(text);
        if (number < 1) {
            throw new IllegalArgumentException("Releases are numbered from 1.");
        }
        return number;
    }

    static Integer lines(String text) {
        long number = parsed(text);
        if (number < 0 || number > MOST_LINES) {
            throw new IllegalArgumentException(
                    "'%s' must be a number from 0 to %d.".formatted(text, MOST_LINES));
        }
        return (int) number;
    }

    private static long parsed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notOne) {
            throw new IllegalArgumentException("'%s' is not a number.".formatted(text), notOne);
        }
    }
}
