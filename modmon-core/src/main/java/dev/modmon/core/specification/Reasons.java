package dev.modmon.core.specification;

/// Why a Swarm cannot do what several keys say, and what else to do.
final class Reasons {
    static final String NO_OPTION = "the engine has no such option for services";
    static final String ANY_NODE = "tasks may run on any node";
    static final String ONE_CONTAINER = "it is about single containers";
    static final String OWN_ADDRESSES = "it gives addresses itself";
    static final String LEAVE_OUT = "Leave it out.";

    private Reasons() {}

    static SwarmTreatment noOption() {
        return SwarmTreatment.refused(NO_OPTION, LEAVE_OUT);
    }

    static SwarmTreatment later() {
        return SwarmTreatment.later(LEAVE_OUT);
    }
}
