package dev.modmon.core.specification;

/// Why a Swarm cannot do what several keys say, and what else to do.
final class Reasons {
    static final String NO_OPTION = "the engine has no such option for services";
    static final String NO_WORD = "a stack file has no word for it";
    static final String ANY_NODE = "tasks may run on any node";
    static final String ONE_CONTAINER = "it is about single containers";
    static final String OWN_ADDRESSES = "the engine gives addresses itself";
    static final String ONLY_COMPOSE = "only the docker compose plugin can do it";
    static final String LEAVE_OUT = "Leave it out.";

    private Reasons() {}

    static SwarmTreatment noOption() {
        return SwarmTreatment.refused(NO_OPTION, LEAVE_OUT);
    }

    static SwarmTreatment noOption(String hint) {
        return SwarmTreatment.refused(NO_OPTION, hint);
    }

    static SwarmTreatment noWord(String hint) {
        return SwarmTreatment.refused(NO_WORD, hint);
    }

    static SwarmTreatment anyNode() {
        return SwarmTreatment.refused(ANY_NODE, LEAVE_OUT);
    }
}
