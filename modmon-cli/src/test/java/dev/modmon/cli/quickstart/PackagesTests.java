package dev.modmon.cli.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackagesTests {
    @Test
    void knowsNewPackagesFromUpgradedOnes() {
        String plan =
                """
                Reading package lists...
                Inst runc (1.1.5+ds1-1+b1 Debian:12.5/stable [amd64])
                Inst libseccomp2 [2.5.3] (2.5.4-1+deb12u1 Debian:12.5/stable [amd64])
                Inst docker.io (20.10.24+dfsg1-1 Debian:12.5/stable [amd64]) []
                Conf runc (1.1.5+ds1-1+b1 Debian:12.5/stable [amd64])
                """;

        assertThat(Packages.named("Inst", plan)).containsExactly("runc", "docker.io");
    }

    @Test
    void knowsWhatGoesToo() {
        String plan =
                """
                Purg docker.io [20.10.24+dfsg1-1]
                Remv somebodys-tool [1.0]
                """;

        assertThat(Packages.named("Remv", plan)).containsExactly("somebodys-tool");
        assertThat(Packages.named("Purg", plan)).containsExactly("docker.io");
    }
}
