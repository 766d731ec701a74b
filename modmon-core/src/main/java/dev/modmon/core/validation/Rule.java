package dev.modmon.core.validation;

import dev.modmon.core.diagnostic.Diagnostics;

/// A check that what stands in different places of a master repo fits together.
interface Rule {
    void check(MasterRepo repo, Diagnostics diagnostics);
}
