package dev.modmon.server.docker;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The spec that changes exactly what has to change.
///
/// The engine replaces tasks when anything in a task template differs to the letter: mounts in another
/// order, a default spelled out, an empty object for an absent one. So each part of the present spec that already
/// means what is wanted stays to the letter, and only the others are taken from the wanted one. What Modmon has
/// no word for, such as a secret that somebody attached by hand, stays as well.
///
/// @param present what the engine has
/// @param presentMeans the same, in the form in which we would write it
/// @param wanted in that form too
record ServiceSpecUpdate(ObjectNode present, ObjectNode presentMeans, ObjectNode wanted) {
    ObjectNode spec() {
        ObjectNode spec = wanted.deepCopy();
        keep(spec, present, presentMeans);
        ObjectNode task = (ObjectNode) spec.get("TaskTemplate");
        JsonNode presentTask = present.path("TaskTemplate");
        keep(task, presentTask, presentMeans.path("TaskTemplate"));
        if (task.get("ContainerSpec") instanceof ObjectNode container) {
            keep(
                    container,
                    presentTask.path("ContainerSpec"),
                    presentMeans.path("TaskTemplate").path("ContainerSpec"));
        }
        if (!changesImage() && task.get("Placement") instanceof ObjectNode placement) {
            copy(placement, presentTask.path("Placement"), "Platforms");
        }
        return spec;
    }

    /// Whether the tasks would run another image.
    boolean changesImage() {
        return !image(presentMeans).equals(image(wanted));
    }

    private static JsonNode image(JsonNode spec) {
        return spec.path("TaskTemplate").path("ContainerSpec").path("Image");
    }

    private static void keep(ObjectNode target, JsonNode present, JsonNode means) {
        Set<String> fields = new HashSet<>(present.propertyNames());
        fields.addAll(means.propertyNames());
        for (String field : fields) {
            if (means.path(field).equals(target.path(field))) {
                copy(target, present, field);
            }
        }
    }

    /// Absent stays absent.
    private static void copy(ObjectNode target, JsonNode present, String field) {
        if (present.has(field)) {
            target.set(field, present.get(field));
        } else {
            target.remove(field);
        }
    }
}
