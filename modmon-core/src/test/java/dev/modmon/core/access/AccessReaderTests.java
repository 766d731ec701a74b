package dev.modmon.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.key.PublicKey;
import dev.modmon.core.key.SampleKeys;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.source.MemoryTree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessReaderTests {
    private static final String INTRO =
            """
            # Example access.yaml structure
            users:
              alex:
                roles: admin
                keys: ['alex', 'alex-laptop']
                email: 'alex@example.com'
              sarah:
                roles: maintain
                keys: 'sarah'
                email: 'sarah@example.com'
              mike:
                roles: developer
                keys: 'mike'
                email: 'mike@example.com'
            roles:
              admin:
                super: true
              maintain:
                - perm:deploy
                - perm:manage_users
                - role:developer
              developer:
                - perm:read_logs
                - perm:restart_services
            """;

    private static final EnvironmentName STAGING = new EnvironmentName("staging");
    private static final EnvironmentName PRODUCTION = new EnvironmentName("production");

    private final Diagnostics diagnostics = new Diagnostics();
    private final MemoryTree tree =
            new MemoryTree()
                    .with(".modmon/pubkeys/alex", SampleKeys.file("ed25519"))
                    .with(".modmon/pubkeys/alex-laptop", SampleKeys.file("ecdsa-256"))
                    .with(".modmon/pubkeys/sarah", SampleKeys.file("ecdsa-384"))
                    .with(".modmon/pubkeys/mike", SampleKeys.file("rsa-3072"));

    @Test
    void readsTheExampleOfTheIntroduction() {
        AccessRules rules = read(INTRO);

        assertThat(diagnostics.all()).isEmpty();
        assertThat(rules.users().get(user("alex")).keys()).hasSize(2);
        assertThat(rules.users().get(user("alex")).email()).isEqualTo("alex@example.com");
        assertThat(rules.ownerOf(PublicKey.parse(SampleKeys.file("rsa-3072"))))
                .map(User::name)
                .contains(user("mike"));
        assertThat(rules.ownerOf(PublicKey.parse(SampleKeys.file("ecdsa-521")))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void allowsEachOneWhatTheirRolesSay(Permission permission) {
        AccessRules rules = read(INTRO);

        assertThat(rules.allows(user("alex"), permission, PRODUCTION)).isTrue();
        assertThat(rules.allows(user("sarah"), permission, PRODUCTION))
                .isEqualTo(
                        List.of("deploy", "manage_users", "read_logs", "restart_services")
                                .contains(permission.spelling()));
        assertThat(rules.allows(user("mike"), permission, PRODUCTION))
                .isEqualTo(
                        List.of("read_logs", "restart_services").contains(permission.spelling()));
        assertThat(rules.allows(user("nobody"), permission, PRODUCTION)).isFalse();
        assertThat(AccessRules.none().allows(user("alex"), permission)).isFalse();
    }

    @Test
    void knowsWhoIsAdmin() {
        AccessRules rules = read(INTRO);

        assertThat(rules.isAdmin(user("alex"))).isTrue();
        assertThat(rules.isAdmin(user("sarah"))).isFalse();
    }

    @Test
    void limitsAPermissionToAnEnvironment() {
        AccessRules rules =
                read(
                        """
                        users: {alex: {roles: [tester], keys: [alex, alex-laptop, sarah, mike]}}
                        roles: {tester: ['perm:deploy@staging']}
                        """);

        assertThat(diagnostics.all()).isEmpty();
        assertThat(rules.allows(user("alex"), Permission.DEPLOY, STAGING)).isTrue();
        assertThat(rules.allows(user("alex"), Permission.DEPLOY, PRODUCTION)).isFalse();
        assertThat(rules.allows(user("alex"), Permission.DEPLOY)).isFalse();
    }

    @Test
    void endsWhenRolesIncludeThemselves() {
        AccessRules rules =
                read(
                        """
                        users: {alex: {roles: a, keys: [alex, alex-laptop, sarah, mike]}}
                        roles:
                          z: [role:a]
                          a: [role:b]
                          b: [role:a, 'perm:deploy']
                          c: [role:c]
                        """);

        assertThat(rules.allows(user("alex"), Permission.DEPLOY)).isTrue();
        assertThat(diagnostics.all())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        ".modmon/access.yaml:5:12 [ERROR] Role 'a' includes itself: a → b → a. | access.role-cycle\n"
                                + "  Remove one of the 'role:' lines.",
                        ".modmon/access.yaml:6:12 [ERROR] Role 'c' includes itself: c → c. | access.role-cycle\n"
                                + "  Remove one of the 'role:' lines.");
    }

    @Test
    void copesWithThousandsOfRolesThatIncludeEachOther() {
        StringBuilder yaml = new StringBuilder("users: {}\nroles:\n");
        for (int i = 0; i < 3_000; i++) {
            yaml.append("  r%d: [role:r%d]\n".formatted(i, (i + 1) % 3_000));
        }
        read(yaml.toString());

        assertThat(diagnostics.all().stream().filter(Diagnostic::isError))
                .extracting(Diagnostic::code)
                .containsExactly("access.role-cycle");
    }

    @Test
    void allowsNobodyAnythingWithoutTheFile() {
        assertThat(new AccessReader(tree, diagnostics).read()).isEqualTo(AccessRules.none());
        assertThat(diagnostics.all()).isEmpty();
    }

    private AccessRules read(String yaml) {
        return new AccessReader(tree.with(AccessRules.FILE, yaml), diagnostics).read();
    }

    private static UserName user(String name) {
        return new UserName(name);
    }
}
