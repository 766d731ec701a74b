package dev.modmon.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StoredFileTests {
    @Test
    void isNamedByItsContent() {
        StoredFile one = config("a");

        assertThat(one.storedName()).matches("site-[0-9a-f]{10}");
        assertThat(one.storedName()).isEqualTo(config("a").storedName());
        assertThat(one.storedName()).isNotEqualTo(config("b").storedName());
        assertThat(one.engineName(SampleStacks.NAME)).isEqualTo("shop-staging_" + one.storedName());
    }

    @Test
    void isNamedByWhatTheEngineMakesOfItToo() {
        StoredFile labelled =
                StoredFile.own(
                        "site",
                        Naming.SCOPED,
                        EnvValue.plain("a"),
                        "",
                        new TreeMap<>(Map.of("team", "a")),
                        "");
        StoredFile template =
                StoredFile.own(
                        "site", Naming.SCOPED, EnvValue.plain("a"), "", new TreeMap<>(), "golang");

        assertThat(List.of(config("a"), labelled, template))
                .extracting(StoredFile::storedName)
                .doesNotHaveDuplicates();
    }

    @Test
    void hasTheSameStampWhetherItsSecretContentCameWithTheFileOrFromAVariable() {
        StoredFile known = secret("pa$$word");
        StoredFile open = secret("${MODMON_SECRET_KEY}");

        assertThat(open.isComplete()).isFalse();
        assertThat(open.storedName()).isEqualTo("key");
        assertThat(resolved(open).storedName()).isEqualTo(known.storedName());
        assertThat(resolved(known).content()).isEqualTo(EnvValue.secret("pa$word"));
    }

    @Test
    void showsNothingOfASecret() {
        assertThat(secret("hunter2").toString()).doesNotContain("hunter2");
    }

    @Test
    void givesServicesTheStampedNameOnceTheValueIsKnown() {
        StoredFile open = secret("${MODMON_SECRET_KEY}");
        ServiceSpec web = ServiceSpecBuilder.service("web").secret(open, "key").build();
        Stack stack =
                new Stack(
                        SampleStacks.NAME,
                        List.of(web),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(open));

        Stack resolved = StackSecrets.resolve(stack, Map.of("MODMON_SECRET_KEY", "hunter2"));

        assertThat(StackSecrets.variables(stack)).containsExactly("MODMON_SECRET_KEY");
        assertThat(resolved.services().getFirst().container().files().secrets())
                .extracting(FileGrant::source)
                .containsExactly(resolved.secrets().getFirst().storedName());
    }

    @Test
    void refusesNamesThatTheEngineDoesNotTake() {
        assertThat(config("a").hasValidName(SampleStacks.NAME)).isTrue();
        assertThat(named("x".repeat(41)).hasValidName(SampleStacks.NAME)).isFalse();
        assertThat(named("x".repeat(40)).hasValidName(SampleStacks.NAME)).isTrue();
        assertThat(named("a b").hasValidName(SampleStacks.NAME)).isFalse();
        assertThat(named("a_").hasValidName(SampleStacks.NAME)).isFalse();
    }

    private static StoredFile resolved(StoredFile file) {
        Stack stack =
                new Stack(
                        SampleStacks.NAME,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(file));
        return StackSecrets.resolve(stack, Map.of("MODMON_SECRET_KEY", "pa$word"))
                .secrets()
                .getFirst();
    }

    private static StoredFile config(String text) {
        return StoredFile.own("site", Naming.SCOPED, EnvValue.plain(text), "", new TreeMap<>(), "");
    }

    private static StoredFile named(String name) {
        return StoredFile.own(name, Naming.SCOPED, EnvValue.plain("a"), "", new TreeMap<>(), "");
    }

    private static StoredFile secret(String text) {
        return StoredFile.own("key", Naming.SCOPED, EnvValue.secret(text), "", new TreeMap<>(), "");
    }
}
