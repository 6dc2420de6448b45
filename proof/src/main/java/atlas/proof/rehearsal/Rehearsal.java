package atlas.proof.rehearsal;

import atlas.proof.rehearsal.assembly.Assembly;
import atlas.proof.rehearsal.assembly.StackTemplate;
import atlas.proof.rehearsal.aws.Aws;
import atlas.proof.rehearsal.aws.Stacks;
import atlas.proof.rehearsal.cdk.Cdk;
import atlas.proof.rehearsal.cdk.Cdk.Ran;
import atlas.proof.rehearsal.cdk.RunLog;
import atlas.proof.rehearsal.gap.Gaps;
import atlas.proof.rehearsal.probe.Probe;
import atlas.proof.rehearsal.probe.Probes;
import atlas.proof.rehearsal.result.Created;
import atlas.proof.rehearsal.result.Outcome;
import atlas.proof.rehearsal.result.Rehearsed;
import atlas.proof.rehearsal.result.Rehearsed.StackSeen;
import atlas.proof.rehearsal.seen.Census;
import atlas.proof.rehearsal.seen.Look;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Deploys a stack and all it needs, looks whether it is there, asks it for work, deploys it again, which must change nothing,
 * destroys it, and looks what is left. In this order, each by the CDK's own command line; the looking is done by the
 * services' APIs.
 */
final class Rehearsal {
    private final Assembly assembly;
    private final Cdk cdk;
    private final Aws aws;
    private final Stacks stacks;
    private final Probes probes;
    private final Gaps gaps;
    private final RunLog log;
    private final boolean keep;
    private volatile List<StackTemplate> deployed = List.of();

    /** @param keep leaves deployed what was deployed */
    Rehearsal(Assembly assembly, Cdk cdk, Aws aws, Probes probes, Gaps gaps, boolean keep, RunLog log) {
        this.assembly = assembly;
        this.cdk = cdk;
        this.aws = aws;
        this.stacks = new Stacks(aws);
        this.probes = probes;
        this.gaps = gaps;
        this.keep = keep;
        this.log = log;
    }

    /** What one subject went through so far. */
    private static final class Course {
        String why = "";
        List<StackSeen> seen = List.of();
        Created created = Created.FAILED;
        Outcome served = Outcome.NOT_ASKED;
        final List<String> answers = new ArrayList<>();
        Outcome unchanged = Outcome.NOT_ASKED;
        List<String> changes = List.of();
        Outcome destroyed = Outcome.NOT_ASKED;
        List<String> left = List.of();
    }

    /**
     * @param stackId of the option or layer
     * @param id what the result calls it
     */
    Rehearsed rehearse(String id, String stackId) throws IOException, InterruptedException {
        double started = log.seconds();
        List<StackTemplate> needed = assembly.deploying(stackId);
        StackTemplate last = needed.get(needed.size() - 1);
        Census before = Census.of(aws);
        Course course = new Course();
        deployed = needed;
        if (deploy(id, needed, course)) {
            ask(id, last, course);
            again(id, needed, course);
        }
        if (!keep) {
            destroy(id, needed, before, course);
        }
        return new Rehearsed(
                id,
                course.created,
                course.why,
                course.seen,
                course.served,
                course.answers,
                course.unchanged,
                course.changes,
                course.destroyed,
                course.left,
                (int) Math.round(log.seconds() - started));
    }

    private boolean deploy(String id, List<StackTemplate> needed, Course course)
            throws IOException, InterruptedException {
        log.headline("%s: deploying %s".formatted(id, names(needed)));
        Ran ran = cdk.run(deployment(needed));
        needed.forEach(stack -> gaps.bridge(stack, ids(stack), aws));
        course.seen = look(needed);
        if (!ran.isOk()) {
            course.why = reason(needed).orElse(ran.reason());
            log.headline("%s: failed, %s".formatted(id, course.why));
            return false;
        }
        course.created = Created.of(course.seen);
        log.headline("%s: created %s".formatted(id, course.created.text()));
        return true;
    }

    private Map<String, String> ids(StackTemplate stack) {
        Map<String, String> ids = new TreeMap<>();
        stacks.resources(stack.name()).values().forEach(one -> ids.put(one.logicalId(), one.physicalId()));
        return ids;
    }

    /** The last one brings those it needs along, as it does for a user; the image waits for its repository only then. */
    private List<String> deployment(List<StackTemplate> needed) {
        return List.of(
                "deploy",
                "--app",
                assembly.folder().toString(),
                "--require-approval",
                "never",
                "--progress",
                "events",
                needed.get(needed.size() - 1).id());
    }

    private List<StackSeen> look(List<StackTemplate> needed) {
        Look look = new Look(aws, log::detail);
        List<StackSeen> seen = new ArrayList<>();
        for (StackTemplate stack : needed) {
            String status =
                    stacks.status(stack.name()).map(Stacks.Status::status).orElse("not created");
            if (status.endsWith("_COMPLETE") && !status.contains("ROLLBACK")) {
                Look.Seen found = look.at(stack);
                seen.add(new StackSeen(
                        stack.id(),
                        status,
                        found.resources(),
                        found.real(),
                        found.stubs(),
                        found.skipped(),
                        found.notTold()));
            } else {
                seen.add(StackSeen.none(stack.id(), status, stack.resources().size()));
            }
        }
        return seen;
    }

    /** The first thing that went wrong, as CloudFormation tells it. */
    private Optional<String> reason(List<StackTemplate> needed) {
        for (StackTemplate stack : needed) {
            List<Stacks.Event> events = stacks.events(stack.name());
            for (int i = events.size() - 1; i >= 0; i--) {
                Stacks.Event event = events.get(i);
                if (event.status().endsWith("_FAILED") && !event.reason().contains("cancelled")) {
                    return Optional.of("%s: %s %s: %s"
                            .formatted(stack.id(), event.type(), event.logicalId(), shortly(event.reason())));
                }
            }
        }
        return Optional.empty();
    }

    private static String shortly(String reason) {
        String line = reason.replaceAll("\\s+", " ").strip();
        return line.length() > 300 ? line.substring(0, 300) + "..." : line;
    }

    private void ask(String id, StackTemplate last, Course course) throws InterruptedException {
        Optional<Probe> probe = probes.of(last);
        if (probe.isEmpty()) {
            return;
        }
        log.headline("%s: asking for %s".formatted(id, probe.get().what()));
        try {
            course.answers.add(probe.get().ask());
            course.served = Outcome.YES;
        } catch (IOException other) {
            course.answers.add(other.getMessage());
            course.served = Outcome.NO;
        }
        log.headline("%s: %s".formatted(id, course.answers.get(0)));
    }

    /** Events tell what CloudFormation did, the difference what it would do. */
    private void again(String id, List<StackTemplate> needed, Course course) throws IOException, InterruptedException {
        log.headline("%s: deploying it again".formatted(id));
        Marks before = Marks.of(stacks, needed);
        List<String> changes = new ArrayList<>();
        Ran ran = cdk.run(deployment(needed));
        if (!ran.isOk()) {
            changes.add("the second deployment failed: " + ran.reason());
        }
        changes.addAll(Marks.of(stacks, needed).since(before));
        List<String> arguments = new ArrayList<>(List.of(
                "diff", "--app", assembly.folder().toString(), "--fail", "--method", "template", "--exclusively"));
        needed.forEach(stack -> arguments.add(stack.id()));
        if (!cdk.run(arguments).isOk()) {
            changes.add("cdk diff finds a difference; the log has it");
        }
        course.changes = changes;
        course.unchanged = Outcome.of(changes.isEmpty());
        log.headline("%s: %s".formatted(id, changes.isEmpty() ? "nothing changed" : String.join("; ", changes)));
    }

    private void destroy(String id, List<StackTemplate> needed, Census before, Course course)
            throws IOException, InterruptedException {
        log.headline("%s: destroying it".formatted(id));
        Ran ran = cdk.run(destruction(needed));
        deployed = List.of();
        List<String> left = new ArrayList<>(Census.of(aws).since(before));
        if (!ran.isOk() && course.why.isEmpty()) {
            course.why = "cdk destroy: " + ran.reason();
        }
        course.left = left;
        course.destroyed = Outcome.of(ran.isOk() && left.isEmpty());
        log.headline(
                "%s: %s".formatted(id, left.isEmpty() ? "nothing is left" : "left are " + String.join(", ", left)));
    }

    private List<String> destruction(List<StackTemplate> needed) {
        List<String> arguments =
                new ArrayList<>(List.of("destroy", "--app", assembly.folder().toString(), "--force", "--exclusively"));
        needed.forEach(stack -> arguments.add(stack.id()));
        return arguments;
    }

    /** After Ctrl-C: ends what is under way and destroys what it made. */
    void breakOff() {
        cdk.stop();
        List<StackTemplate> needed = deployed;
        if (!needed.isEmpty() && !keep) {
            log.headline("interrupted: destroying %s".formatted(names(needed)));
            try {
                cdk.run(destruction(needed));
            } catch (IOException failed) {
                log.headline("not destroyed: " + failed.getMessage());
            } catch (InterruptedException again) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String names(List<StackTemplate> stacks) {
        return String.join(", ", stacks.stream().map(StackTemplate::id).toList());
    }
}
