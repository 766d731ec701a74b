package dev.modmon.cli.quickstart.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SharedLibrariesTests {
    @Test
    void readsWhatLddSays() {
        assertThat(
                        SharedLibraries.path(
                                "\tlibz.so.1 => /lib/x86_64-linux-gnu/libz.so.1 (0x00007f1)"))
                .contains(Path.of("/lib/x86_64-linux-gnu/libz.so.1"));
        assertThat(SharedLibraries.path("\t/lib64/ld-linux-x86-64.so.2 (0x00007f12)"))
                .contains(Path.of("/lib64/ld-linux-x86-64.so.2"));
        assertThat(SharedLibraries.path("\t/lib/ld-musl-x86_64.so.1 (0x7f1)"))
                .contains(Path.of("/lib/ld-musl-x86_64.so.1"));
        assertThat(SharedLibraries.path("\tlinux-vdso.so.1 (0x00007ffd)")).isEmpty();
        assertThat(SharedLibraries.path("\tstatically linked")).isEmpty();
        assertThat(SharedLibraries.path("\tlibjvm.so => not found")).isEmpty();
    }
}
