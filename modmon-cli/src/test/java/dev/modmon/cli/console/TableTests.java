package dev.modmon.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTests {
    private static Table services() {
        Table table = new Table("SERVICE", "TASKS", "IMAGE");
        table.row("web", "2/2", "registry.example.com/shop/web:v1.2.3");
        table.row("counter", "1/1", "counter:v1");
        return table;
    }

    @Test
    void alignsColumns() {
        assertThat(services().lines(Integer.MAX_VALUE))
                .containsExactly(
                        "SERVICE  TASKS  IMAGE",
                        "web      2/2    registry.example.com/shop/web:v1.2.3",
                        "counter  1/1    counter:v1");
    }

    @Test
    void cutsTheWidestColumnToFit() {
        assertThat(services().lines(32))
                .containsExactly(
                        "SERVICE  TASKS  IMAGE",
                        "web      2/2    registry.exampl…",
                        "counter  1/1    counter:v1");
    }

    @Test
    void keepsColumnsReadableWhenNothingFits() {
        assertThat(services().lines(5)).allSatisfy(line -> assertThat(line).isNotBlank());
    }

    @Test
    void cutsBetweenCharactersNotInside() {
        assertThat(Table.cut("a😀b😀c", 3)).isEqualTo("a😀…");
    }
}
