package atlas.compare.choice;

import java.util.Optional;

/** What starts the work is what the set-up waits for. */
record StartRule(Start wanted) implements Rule {
    @Override
    public Optional<Reason> judge(Candidate candidate) {
        boolean kept = candidate.start() == wanted;
        String text = candidate.start().waiting();
        return Optional.of(Reason.computed(
                Level.MUST, "start", kept, kept ? text : text + "; here " + wanted.starting(), "its template"));
    }
}
