package dev.modmon.cli.quickstart;

import dev.modmon.cli.console.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Takes back what the trail says, and nothing else.
final class Removal {
    private final Site site;
    private final Trail trail;
    private final List<Step> steps;
    private final Narration narration;

    Removal(Site site, Trail trail, List<Step> steps, Narration narration) {
        this.site = site;
        this.trail = trail;
        this.steps = steps;
        this.narration = narration;
    }

    void run(boolean json) {
        boolean nothing = trail.isEmpty();
        List<String> done = new ArrayList<>();
        for (Step step : steps) {
            step.undo()
                    .ifPresent(text -> {
                        done.add(text);
                        narration.said(text);
                    });
        }
        if (trail.isEmpty()) {
            Folders.delete(site.folder());
            Folders.deleteIfEmpty(site.home().resolve("keys"));
            Folders.deleteIfEmpty(site.home());
        }
        if (json) {
            site.console().print(Json.of(Map.of("removed", done)));
        } else {
            site.console().print(ending(nothing));
        }
    }

    private String ending(boolean nothing) {
        if (nothing) {
            return "There is no quickstart to remove.";
        }
        return trail.isEmpty()
                ? "The quickstart is gone; this machine is as it was."
                : "The quickstart is gone, but for what is named above.";
    }
}
