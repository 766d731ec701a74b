package dev.modmon.uiapi.client;

import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;

/// Paths of the API. Every part is of a type, or of characters, that mean nothing in a URL.
final class ApiAddress {
    static final String VERSION = "/v1/version";
    static final String IMAGES = "/v1/images";

    private static final String JOB_ID = "[A-Za-z0-9_-]{1,64}";

    private ApiAddress() {}

    static String project(ProjectName project, String rest) {
        return "/v1/projects/" + project + rest;
    }

    static String environment(ProjectName project, EnvironmentName environment, String rest) {
        return project(project, "/environments/" + environment + rest);
    }

    static String job(String id, String rest) {
        if (!id.matches(JOB_ID)) {
            throw new IllegalArgumentException("A job's id has only letters, digits, '-' and '_'.");
        }
        return "/v1/jobs/" + id + rest;
    }
}
