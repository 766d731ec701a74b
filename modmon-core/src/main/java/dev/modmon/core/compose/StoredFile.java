package dev.modmon.core.compose;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A config or a secret of the stack: a file that the engine keeps, and gives to containers.
///
/// The engine never changes one, so a changed content is another file with another name. That is why
/// the name carries a stamp of the content.
///
/// @param name in the project; the engine's own name for an external one
/// @param content empty for an external one; of a secret it is always marked as secret
/// @param path of the file in the master repo that it is; empty when its text is said elsewhere
/// @param templateDriver `golang` when the engine shall fill in the text's `{{ }}`; else empty
/// @param stamp of everything above; empty for an external one, and as long as the content has
///     placeholders
public record StoredFile(
        String name,
        Naming naming,
        EnvValue content,
        String path,
        SortedMap<String, String> labels,
        String templateDriver,
        String stamp) {
    /// The engine takes no longer names.
    private static final int LONGEST_NAME = 64;

    private static final Pattern GRAMMAR =
            Pattern.compile("[a-zA-Z0-9](?:[a-zA-Z0-9-_.]*[a-zA-Z0-9])?");

    public StoredFile {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    public static StoredFile external(String engineName) {
        return new StoredFile(
                engineName,
                Naming.EXTERNAL,
                EnvValue.plain(""),
                "",
                Collections.emptySortedMap(),
                "",
                "");
    }

    /// The stack's own, stamped when its content is known.
    public static StoredFile own(
            String name,
            Naming naming,
            EnvValue content,
            String path,
            SortedMap<String, String> labels,
            String templateDriver) {
        StoredFile fresh = new StoredFile(name, naming, content, path, labels, templateDriver, "");
        return StackSecrets.variables(content).isEmpty()
                ? fresh.stamped(StackSecrets.literal(content))
                : fresh;
    }

    /// With literal content, and its stamp.
    StoredFile resolved(EnvValue literal) {
        StoredFile known =
                new StoredFile(name, naming, literal, path, labels, templateDriver, stamp);
        return isComplete() ? known : known.stamped(literal);
    }

    private StoredFile stamped(EnvValue literal) {
        String found = ContentStamp.of(this, literal);
        return new StoredFile(name, naming, content, path, labels, templateDriver, found);
    }

    /// Whether the content is known, here or to the engine.
    public boolean isComplete() {
        return naming.isExternal() || !stamp.isEmpty();
    }

    /// Its name within the stack as the engine has it: with the stamp.
    public String storedName() {
        return stamp.isEmpty() ? name : name + "-" + stamp;
    }

    public String engineName(StackName stack) {
        return naming.engineName(stack, storedName());
    }

    /// Whether the engine takes the name, stamp included.
    public boolean hasValidName(StackName stack) {
        int stampLength = naming.isExternal() ? 0 : ContentStamp.LENGTH + 1;
        String engineName = naming.engineName(stack, name);
        return engineName.length() + stampLength <= LONGEST_NAME
                && GRAMMAR.matcher(engineName).matches();
    }

    @Override
    public String toString() {
        return storedName();
    }
}
