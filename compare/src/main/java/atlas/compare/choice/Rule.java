package atlas.compare.choice;

import java.util.Optional;

/** One thing that speaks for or against an option. */
interface Rule {
    /** Empty when there is nothing to say. */
    Optional<Reason> judge(Candidate candidate);
}
