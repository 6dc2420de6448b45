package atlas.proof.cli;

import atlas.compare.BadInput;
import atlas.proof.rehearsal.Run;
import atlas.proof.rehearsal.Subjects;
import atlas.proof.rehearsal.assembly.Assembly;
import atlas.proof.rehearsal.aws.Aws;
import atlas.proof.rehearsal.aws.Endpoint;
import atlas.proof.rehearsal.cdk.RunLog;
import atlas.proof.rehearsal.emulator.Emulator;
import atlas.proof.rehearsal.emulator.Kind;
import atlas.proof.rehearsal.emulator.Started;
import atlas.proof.rehearsal.result.Earlier;
import atlas.proof.rehearsal.result.RehearsalResult;
import atlas.proof.rehearsal.result.RehearsalText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "rehearse",
        description =
                "Deploys options to an emulator of AWS by the CDK's own command line, asks them for work, deploys them"
                        + " again, destroys them, and tells what is left. No AWS account is in reach meanwhile.",
        footer = {
            "",
            "Examples:",
            "  ./atlas rehearse",
            "  ./atlas rehearse lambda-schedule Messaging --emulator ministack",
            "  ./atlas rehearse ecs-fargate --endpoint http://127.0.0.1:4566 --json",
            "",
            "Exit code: 0 all was created, served, was left alone by a second deployment and",
            "destroyed clean (with --compare: it came out as in that file), 1 not so, 2 the",
            "command line is wrong, 3 there is nothing to rehearse on.",
            "",
            "docs/rehearsing.md tells what counts, and the fields of the JSON."
        })
final class RehearseCommand implements Callable<Integer> {
    /** Nobody answers, or nothing can be started that would. */
    static final int NOTHING_TO_REHEARSE_ON = 3;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "ID",
            description = "option ids, or names of layers' stacks; all options when none is named")
    private List<String> ids = List.of();

    @Option(names = "--endpoint", paramLabel = "URL", description = "where an emulator answers")
    private String url;

    @Option(
            names = "--emulator",
            paramLabel = "NAME",
            description =
                    "start this one: floci by Docker, ministack or moto from .tools (default without --endpoint: floci)")
    private String name;

    @Option(
            names = "--anywhere",
            description = "let the endpoint lie outside this machine and private networks; never AWS itself")
    private boolean anywhere;

    @Option(
            names = "--account",
            paramLabel = "NUMBER",
            description = "the emulator's account, 12 digits (default: what it says itself)")
    private String account;

    @Option(
            names = {"-c", "--context"},
            paramLabel = "KEY=VALUE",
            description = "a setting of the CDK app, as for npx cdk")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "20",
            description = "how long one call of the CDK may take, 1 to 240 (default: ${DEFAULT-VALUE})")
    private int minutes;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "how long an option may take to answer, 1 to 3600 (default: ${DEFAULT-VALUE})")
    private int patience;

    @Option(
            names = {"--output", "--record"},
            paramLabel = "FILE",
            description = "where to write (default: target/atlas/rehearsal.json)")
    private Path output;

    @Option(
            names = "--compare",
            paramLabel = "FILE",
            description = "hold what comes out against this earlier result, and tell each difference")
    private Path earlier;

    @Option(names = "--keep", description = "do not destroy what was deployed")
    private boolean keep;

    @Option(names = "--json", description = "print what is written instead of the table")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        Path root = Synthesis.root();
        Optional<Earlier> before = Optional.ofNullable(earlier).map(Earlier::read);
        if (url != null) {
            return on(Endpoint.parse(url, anywhere), "unknown", root, before);
        }
        Kind kind = Kind.named(name == null ? Kind.FLOCI.id() : name);
        try (Started emulator = Started.start(kind, root, folder(root).resolve(kind.id() + "-itself.log"))) {
            return on(emulator.endpoint(), kind.version(), root, before);
        } catch (Started.Absent absent) {
            progress("nothing to rehearse on: " + absent.getMessage());
            return NOTHING_TO_REHEARSE_ON;
        }
    }

    private int on(Endpoint endpoint, String version, Path root, Optional<Earlier> before)
            throws IOException, InterruptedException {
        Aws aws = new Aws(endpoint, settings.getOrDefault("region", "us-east-1"));
        if (!Emulator.answersAt(aws)) {
            progress("nothing to rehearse on: nobody answers at " + endpoint);
            return NOTHING_TO_REHEARSE_ON;
        }
        Emulator emulator = Emulator.at(aws).orVersion(version);
        String stamp = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").format(LocalDateTime.now(ZoneOffset.UTC));
        Path file = folder(root).resolve("%s-%s.log".formatted(emulator.name(), stamp));
        try (RunLog log = new RunLog(file, this::progress)) {
            log.headline("rehearsing on %s at %s, log in %s".formatted(emulator, endpoint, root.relativize(file)));
            Assembly assembly = Assembly.in(Synthesis.into(folder(root).resolve("cdk.out"), settings));
            String number = account == null ? Emulator.accountAt(aws) : account;
            return report(new Run(plan(root, assembly, endpoint, number, emulator), log).on(today()), root, before);
        }
    }

    private Run.Plan plan(Path root, Assembly assembly, Endpoint endpoint, String number, Emulator emulator) {
        return new Run.Plan(
                root,
                assembly,
                Subjects.of(assembly, ids),
                settings,
                endpoint,
                number,
                emulator,
                List.of("node", root.resolve("node_modules/aws-cdk/bin/cdk").toString()),
                folder(root).resolve("run"),
                System.getenv(),
                Duration.ofMinutes(minutes),
                Duration.ofSeconds(patience),
                keep,
                url == null);
    }

    private int report(RehearsalResult result, Path root, Optional<Earlier> before) throws IOException {
        Path file = output == null ? root.resolve("target/atlas/rehearsal.json") : output;
        Files.writeString(file, result.json() + "\n");
        spec.commandLine().getOut().println(json ? result.json() : new RehearsalText(result).text());
        progress("written to " + file);
        if (before.isEmpty()) {
            return result.allGood() ? Proof.OK : Proof.FOUND_SOMETHING;
        }
        List<String> differences = before.get().differences(result);
        differences.forEach(difference -> progress("not as in %s: %s".formatted(earlier, difference)));
        progress(differences.isEmpty() ? "as in " + earlier : "%d differences".formatted(differences.size()));
        return differences.isEmpty() ? Proof.OK : Proof.FOUND_SOMETHING;
    }

    private void check() {
        if (url != null && name != null) {
            throw new BadInput("--endpoint and --emulator exclude each other; the one is there, the other is started");
        }
        if (account != null && !account.matches("\\d{12}")) {
            throw new BadInput("--account must be 12 digits, got " + account);
        }
        if (output != null) {
            OutputFile.requireFolderOf(output);
        }
        require("--minutes", minutes, 240);
        require("--patience", patience, 3600);
    }

    private static void require(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new BadInput("%s must be 1 to %d, got %d".formatted(option, most, value));
        }
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static Path folder(Path root) {
        return root.resolve("target/atlas/rehearsal");
    }

    private void progress(String line) {
        spec.commandLine().getErr().println(line);
    }
}
