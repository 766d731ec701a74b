package dev.modmon.installer;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Holds the arrows of ARCHITECTURE.md. The installer sees every module, so all rules live here.
class ArchitectureTests {
    private static final JavaClasses MODMON =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.modmon");

    /// Each package of core and the packages of core that it may use.
    private static final List<Arrow> CORE_ARROWS =
            List.of(
                    new Arrow("source"),
                    new Arrow("diagnostic", "source"),
                    new Arrow("yaml", "diagnostic", "source"),
                    new Arrow("edit", "yaml", "diagnostic", "source"),
                    new Arrow("prefab", "edit", "project", "yaml", "diagnostic", "source"),
                    new Arrow("expression", "yaml", "diagnostic", "source"),
                    new Arrow("key"),
                    new Arrow("specification"),
                    new Arrow("schema", "specification"),
                    new Arrow(
                            "advice",
                            "project",
                            "compose",
                            "dotenv",
                            "yaml",
                            "diagnostic",
                            "source"),
                    new Arrow(
                            "access",
                            "yaml",
                            "diagnostic",
                            "source",
                            "expression",
                            "project",
                            "key"),
                    new Arrow(
                            "cluster",
                            "yaml",
                            "diagnostic",
                            "source",
                            "expression",
                            "project",
                            "key"),
                    new Arrow("interpolation", "diagnostic", "source"),
                    new Arrow("dotenv", "interpolation", "expression", "diagnostic", "source"),
                    new Arrow("project", "yaml", "diagnostic", "source", "expression", "dotenv"),
                    new Arrow(
                            "composition",
                            "specification",
                            "compose",
                            "dotenv",
                            "interpolation",
                            "expression",
                            "yaml",
                            "diagnostic",
                            "source"));

    private record Arrow(String from, String... to) {}

    @Test
    void everyModuleIsSeen() {
        assertThat(MODMON.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .contains("dev.modmon.core.compose")
                .anyMatch(name -> name.startsWith("dev.modmon.uiapi"))
                .anyMatch(name -> name.startsWith("dev.modmon.cli"))
                .anyMatch(name -> name.startsWith("dev.modmon.server"));
    }

    @Test
    void noPackageIsPartOfACycle() {
        slices().matching("dev.modmon.(**)").should().beFreeOfCycles().check(MODMON);
    }

    @Test
    void coreUsesNoOtherModule() {
        noClasses()
                .that()
                .resideInAPackage("dev.modmon.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.modmon.uiapi..",
                        "dev.modmon.cli..",
                        "dev.modmon.server..",
                        "java.net.http..",
                        "java.net..")
                .check(MODMON);
    }

    @Test
    void coreKeepsItsArrows() {
        for (Arrow arrow : CORE_ARROWS) {
            String[] allowed =
                    java.util.stream.Stream.concat(
                                    java.util.stream.Stream.of(arrow.from()),
                                    java.util.Arrays.stream(arrow.to()))
                            .map(name -> "dev.modmon.core." + name)
                            .toArray(String[]::new);
            classes()
                    .that()
                    .resideInAPackage("dev.modmon.core." + arrow.from())
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(allowed).or(not(resideInAnyPackage("dev.modmon.."))))
                    .check(MODMON);
        }
    }

    @Test
    void userInterfacesAndServerMeetOnlyInCoreAndTheSshSupport() {
        noClasses()
                .that()
                .resideInAPackage("dev.modmon.server..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("dev.modmon.cli..", "dev.modmon.uiapi..")
                                .and(not(resideInAnyPackage("dev.modmon.uiapi.ssh"))))
                .check(MODMON);
        noClasses()
                .that()
                .resideInAnyPackage("dev.modmon.cli..", "dev.modmon.uiapi..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.modmon.server..")
                .check(MODMON);
    }

    @Test
    void eachTechnologyStaysInItsAdapter() {
        staysIn("com.github.dockerjava..", "dev.modmon.server.docker..");
        staysIn("org.eclipse.jgit..", "dev.modmon.server.git..");
        staysIn(
                "org.apache.sshd..",
                "dev.modmon.uiapi.ssh..",
                "dev.modmon.uiapi.tunnel..",
                "dev.modmon.server.door..");
        staysIn(
                "com.github.mustachejava..",
                "dev.modmon.cli.quickstart..",
                "dev.modmon.installer..");
    }

    private static void staysIn(String technology, String... adapters) {
        noClasses()
                .that(resideInAnyPackage("dev.modmon..").and(not(resideInAnyPackage(adapters))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(technology)
                .check(MODMON);
    }

    @Test
    void nothingRunsAShell() {
        noClasses()
                .should()
                .callMethod(Runtime.class, "exec", String.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .check(MODMON);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked =
                MODMON.stream()
                        .map(JavaClass::getPackage)
                        .filter(javaPackage -> !javaPackage.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unmarked).isEmpty();
    }
}
