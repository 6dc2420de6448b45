package atlas.proof.gate;

import java.util.List;

/** Something that reads templates and says what is wrong with them. A template it lets pass has come one gate further. */
public interface Gate {
    /** As {@code --gate} takes it: short, lower case. */
    String name();

    /** Of what judges, as its makers count. */
    String version();

    /**
     * What it finds, in the order of stacks and resources; the same for the same templates, whenever and wherever it runs.
     *
     * @throws SkippedGate when it cannot judge here, since what it needs is not installed
     * @throws BrokenGate when it began and came to no judgement
     */
    List<Finding> findings(Templates templates);
}
