package dev.modmon.core.specification;

import dev.modmon.core.specification.SwarmTreatment.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The documentation's table of every Compose key and what becomes of it in a Swarm, as Markdown.
final class KeysPage {
    private static final String HEAD =
            """
            # Compose keys in a Swarm

            What `modmon compile --format stack` and a deployment with `deploy.type: swarm` make of every key of the [Compose
            Specification](https://docs.docker.com/reference/compose-file/). This page is made from the tables that the compiler
            itself decides with; with `deploy.type: compose` every key is kept.

            - **kept**: it means the same.
            - **translated**: it becomes something else that means the same; a note says so where it is not obvious.
            - **not needed**: it is not about what runs, and is left out without a word.
            - **ignored**: it has no effect; a warning says so.
            - **refused**: leaving it out would change what runs, so it is an error that says what to do instead.

            Keys that start with `x-` are yours. What is below a key that is not kept is not listed.
            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    private KeysPage() {}

    static String markdown() {
        KeysPage page = new KeysPage();
        page.section("The file", "", ComposeSpecification.DOCUMENT, List.of());
        page.section("Services", "", ComposeSpecification.SERVICE, List.of("deploy"));
        page.section(
                "deploy", "deploy.", typeOf(ComposeSpecification.SERVICE, "deploy"), List.of());
        page.section("Networks", "", ComposeSpecification.NETWORK, List.of());
        page.section("Volumes", "", ComposeSpecification.VOLUME, List.of());
        page.section("Configs", "", ComposeSpecification.CONFIG, List.of());
        page.section("Secrets", "", ComposeSpecification.SECRET, List.of());
        return page.page.toString();
    }

    private static MappingType typeOf(MappingType type, String key) {
        Attribute attribute = type.attribute(key);
        if (attribute == null) {
            throw new IllegalStateException("There is no key '%s'.".formatted(key));
        }
        return attribute.shape().fields().orElseThrow().type();
    }

    private void section(String title, String prefix, MappingType type, List<String> elsewhere) {
        page.append("\n## %s\n\n".formatted(title))
                .append("| key | in a Swarm | why, and what instead |\n|---|---|---|\n");
        rows(prefix, type, elsewhere);
    }

    private void rows(String prefix, MappingType type, List<String> elsewhere) {
        for (Attribute attribute : type.attributes()) {
            String path = prefix + attribute.key();
            row(path, attribute.swarm());
            boolean goesOn =
                    attribute.swarm().kind() == Kind.KEPT
                            || attribute.swarm().kind() == Kind.TRANSLATED;
            if (goesOn && !elsewhere.contains(attribute.key())) {
                below(attribute.shape()).stream()
                        .filter(inner -> !isSection(inner))
                        .forEach(inner -> rows(path + ".", inner, List.of()));
            }
        }
    }

    /// What has a section of its own.
    private static boolean isSection(MappingType type) {
        return Set.of(
                        ComposeSpecification.SERVICE,
                        ComposeSpecification.NETWORK,
                        ComposeSpecification.VOLUME,
                        ComposeSpecification.CONFIG,
                        ComposeSpecification.SECRET)
                .contains(type);
    }

    private static List<MappingType> below(Shape shape) {
        List<MappingType> types = new ArrayList<>();
        shape.fields().ifPresent(fields -> types.add(fields.type()));
        shape.items().ifPresent(items -> types.addAll(below(items.item())));
        shape.named().ifPresent(named -> types.addAll(below(named.value())));
        return types;
    }

    private void row(String path, SwarmTreatment swarm) {
        page.append("| `%s` | %s | %s |\n".formatted(path, word(swarm.kind()), why(swarm)));
    }

    private static String why(SwarmTreatment swarm) {
        String harmless =
                swarm.harmless().isEmpty()
                        ? ""
                        : swarm.harmless().stream()
                                .sorted()
                                .map("`%s`"::formatted)
                                .collect(Collectors.joining(", ", " Passes as ", "."));
        String hint = swarm.hint().isEmpty() ? "" : ". " + swarm.hint();
        return (swarm.reason() + hint + harmless).strip();
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case KEPT -> "kept";
            case TRANSLATED -> "translated";
            case UNNEEDED -> "not needed";
            case IGNORED -> "ignored";
            case REFUSED -> "**refused**";
        };
    }
}
