package atlas.proof.rehearsal;

import atlas.compare.BadInput;
import atlas.proof.rehearsal.assembly.Assembly;
import atlas.proof.rehearsal.assembly.StackTemplate;
import atlas.proof.rehearsal.aws.Aws;
import atlas.proof.rehearsal.aws.Endpoint;
import atlas.proof.rehearsal.aws.Stacks;
import atlas.proof.rehearsal.cdk.Cdk;
import atlas.proof.rehearsal.cdk.Cdk.Ran;
import atlas.proof.rehearsal.cdk.RunLog;
import atlas.proof.rehearsal.emulator.Emulator;
import atlas.proof.rehearsal.gap.Gaps;
import atlas.proof.rehearsal.probe.Probes;
import atlas.proof.rehearsal.result.RehearsalResult;
import atlas.proof.rehearsal.result.Rehearsed;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A whole run: who answers at the endpoint, what is deployed there, the bootstrap, and one subject after the other. */
public final class Run {
    private final Plan plan;
    private final RunLog log;

    public Run(Plan plan, RunLog log) {
        this.plan = plan;
        this.log = log;
    }

    /**
     * @param root of the project
     * @param cdk what starts the CDK's command line
     * @param folder for what the run writes, emptied before
     * @param shell this process's environment
     * @param patience for one call of the CDK
     * @param passing whether the emulator ends with the run, so that nothing need be destroyed after Ctrl-C
     * @param probing how long an option may take to answer
     */
    public record Plan(
            Path root,
            Assembly assembly,
            Map<String, String> subjects,
            Map<String, String> settings,
            Endpoint endpoint,
            String account,
            Emulator emulator,
            List<String> cdk,
            Path folder,
            Map<String, String> shell,
            Duration patience,
            Duration probing,
            boolean keep,
            boolean passing) {}

    /** @throws BadInput if it cannot be rehearsed there */
    public RehearsalResult on(LocalDate today) throws IOException, InterruptedException {
        String region = region(plan.assembly());
        Aws aws = new Aws(plan.endpoint(), region);
        refuseOthers(aws);
        delete(plan.folder());
        Assembly copy = plan.assembly().copyTo(plan.folder().resolve("cdk.out"));
        Gaps gaps = new Gaps(plan.emulator(), plan.root());
        gaps.bridge(copy);
        copy = Assembly.in(copy.folder());

        Cdk cdk = new Cdk(
                plan.cdk(),
                plan.folder().resolve("home"),
                plan.endpoint(),
                region,
                plan.emulator().addresses(plan.endpoint()),
                withoutForeignRegistry(aws),
                plan.patience(),
                log);
        String version = cdk.run("--version").lines().stream().findFirst().orElse("unknown");
        bootstrap(cdk, region);
        List<Rehearsed> rehearsed = rehearse(copy, cdk, aws, gaps);
        return new RehearsalResult(
                today.toString(),
                plan.emulator().name(),
                plan.emulator().version(),
                version.replaceFirst(" .*", ""),
                region,
                plan.settings(),
                gaps.bridged(),
                rehearsed,
                digests());
    }

    private List<Rehearsed> rehearse(Assembly copy, Cdk cdk, Aws aws, Gaps gaps)
            throws IOException, InterruptedException {
        Rehearsal rehearsal = new Rehearsal(copy, cdk, aws, new Probes(aws, plan.probing()), gaps, plan.keep(), log);
        Thread onCtrlC = new Thread(plan.passing() ? cdk::stop : rehearsal::breakOff, "destroys what was deployed");
        Runtime.getRuntime().addShutdownHook(onCtrlC);
        try {
            List<Rehearsed> rehearsed = new ArrayList<>();
            for (Map.Entry<String, String> subject : plan.subjects().entrySet()) {
                rehearsed.add(rehearsal.rehearse(subject.getKey(), subject.getValue()));
            }
            return rehearsed;
        } finally {
            forget(onCtrlC);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // it is at work
        }
    }

    private void bootstrap(Cdk cdk, String region) throws IOException, InterruptedException {
        log.headline("bootstrapping %s in %s".formatted(plan.account(), region));
        Ran ran = cdk.run("bootstrap", "aws://%s/%s".formatted(plan.account(), region));
        if (!ran.isOk()) {
            throw new BadInput("cdk bootstrap failed: %s; %s has the rest".formatted(ran.reason(), log.file()));
        }
    }

    /** What is there already is somebody's, and a rehearsal would destroy it. */
    private void refuseOthers(Aws aws) {
        Set<String> there = new TreeSet<>(new Stacks(aws).names());
        there.retainAll(
                plan.assembly().stacks().stream().map(StackTemplate::name).toList());
        if (!there.isEmpty()) {
            throw new BadInput("%s has stacks of these names already: %s; destroy them, or start it anew"
                    .formatted(plan.endpoint(), String.join(", ", there)));
        }
    }

    /**
     * An emulator may say that its registry is where AWS's is. Then there is no program to push images with.
     *
     * @return the environment for the CDK
     */
    private Map<String, String> withoutForeignRegistry(Aws aws) {
        Map<String, String> environment = new TreeMap<>(plan.shell());
        JsonNode registry = aws.json(
                        "ecr",
                        "AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken",
                        JsonNodeFactory.instance.objectNode())
                .json()
                .at("/authorizationData/0/proxyEndpoint");
        String host = registry.asText().replaceFirst("^https?://", "").replaceFirst("[:/].*", "");
        if (!host.isEmpty() && !Endpoint.isNear(host)) {
            log.headline("its image registry would be %s, so no image is pushed".formatted(host));
            environment.put("CDK_DOCKER", "false");
        }
        return environment;
    }

    private static String region(Assembly assembly) {
        Set<String> regions = new TreeSet<>();
        assembly.stacks().forEach(stack -> regions.add(stack.region()));
        if (regions.size() != 1) {
            throw new BadInput("only set-ups in one region can be rehearsed, these are in %s; leave -c domain out"
                    .formatted(String.join(" and ", regions)));
        }
        return regions.iterator().next();
    }

    /** Of the product's templates, not of those that were changed for an emulator. */
    private Map<String, String> digests() {
        Map<String, String> digests = new TreeMap<>();
        for (String stackId : plan.subjects().values()) {
            plan.assembly().deploying(stackId).forEach(stack -> digests.put(stack.id(), stack.digest()));
        }
        return digests;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder).sorted(Comparator.reverseOrder())) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Files.delete(file);
                }
            }
        }
    }
}
