package dev.modmon.cli.command;

/// Small change of sentences.
final class Words {
    private static final int SHORT_COMMIT = 7;

    private Words() {}

    /// `1 service`, `2 services`.
    static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /// An image without the long digest, where a tag says enough.
    static String shortImage(String image) {
        int digest = image.indexOf("@sha256:");
        boolean tagged =
                digest > 0 && image.lastIndexOf(':', digest - 1) > image.lastIndexOf('/', digest);
        return tagged ? image.substring(0, digest) : image;
    }

    static String shortCommit(String commit) {
        return commit.length() <= SHORT_COMMIT ? commit : commit.substring(0, SHORT_COMMIT);
    }
}
