package dev.modmon.core.api;

/// Who answers.
///
/// @param version of the server
/// @param api version of the API: the number in every path
/// @param engine version of the engine; empty when it does not answer
public record VersionReport(String version, int api, String engine) {
    public static final int API = 1;
}
