package dev.modmon.core.advice;

import dev.modmon.core.diagnostic.Diagnostics;

/// One thing to be warned of.
interface Rule {
    void check(Setting setting, Diagnostics diagnostics);
}
