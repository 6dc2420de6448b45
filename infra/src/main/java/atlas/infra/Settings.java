package atlas.infra;

import static java.util.regex.Pattern.compile;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Every context value, read once at the edge and checked before any construct is made. Set one with
 * {@code -c key=value}, or for good in cdk.json.
 *
 * @param options what is built; all when none is named
 * @param zoneNames two availability zones; empty leaves the choice to CloudFormation
 * @param allowCidr who may come in; empty stands for everybody
 * @param cloudFrontPrefixList id of the list of addresses from which CloudFront calls origins in this region
 * @param taskCpu of a Fargate task, in CPU units: 1024 are one vCPU
 * @param clusterAdmin the IAM role or user that may do everything in the EKS cluster; empty lets nobody in
 * @param functionMemoryMiB 1769 give a function one full vCPU
 * @param reservedConcurrency of the function; 0 leaves it unreserved
 * @param provisionedConcurrency of the function; 0 leaves it off
 * @param owner tag on everything; empty leaves it off
 */
public record Settings(
        List<ComputeOption> options,
        Profile profile,
        String region,
        List<String> zoneNames,
        Domain domain,
        List<Cidr> allowCidr,
        String cloudFrontPrefixList,
        Architecture architecture,
        int minUnits,
        int maxUnits,
        OffHours offHours,
        InstanceSize instanceSize,
        int taskCpu,
        int taskMemoryMiB,
        boolean ecsExec,
        boolean readOnlyRoot,
        String clusterAdmin,
        int functionMemoryMiB,
        boolean snapStart,
        int reservedConcurrency,
        int provisionedConcurrency,
        String owner,
        Lifetime lifetime,
        Budget budget) {

    /** There is room for about 160 among a function's variables, 4 KiB in all, and for twice as many at the edge. */
    static final int MOST_RANGES = 100;

    private static final Setting<List<ComputeOption>> OPTIONS = Setting.list(
            "options",
            "option ids separated by commas (./atlas list shows them)",
            "all",
            "ecs-fargate",
            ComputeOption::withId,
            "which options to build, each with what it needs");
    private static final Setting<Profile> PROFILE = Setting.choice(
            "profile", Profile.SANDBOX, "sandbox is cheap and gone after a destroy, production is guarded and kept");
    private static final Setting<String> REGION = Setting.text(
                    "region",
                    "an AWS region",
                    "eu-west-1",
                    compile("[a-z]{2}(-[a-z]+)+-\\d"),
                    "where everything but the edge lives")
            .orElse("us-east-1", "us-east-1");
    private static final Setting<List<String>> ZONE_NAMES = Setting.list(
            "zoneNames",
            "two zone names separated by a comma",
            "the region's first two",
            "us-east-1a,us-east-1b",
            Settings::zoneName,
            "where one of the first two zones lacks a service");
    private static final Setting<String> DOMAIN = Setting.text(
            "domain",
            "a domain name in lower case",
            "atlas.example.com",
            compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}"),
            "name of the site; without zoneId only its zone is made");
    private static final Setting<String> ZONE_ID = Setting.text(
            "zoneId",
            "a hosted zone id",
            "Z0123456789ABCDEFGHIJ",
            compile("Z[A-Z0-9]{1,31}"),
            "the domain's public hosted zone, already delegated");
    private static final Setting<List<Cidr>> ALLOW_CIDR = Setting.list(
                    "allowCidr",
                    "up to %d IPv4 ranges separated by commas".formatted(MOST_RANGES),
                    "everybody",
                    "203.0.113.7/32",
                    Cidr::parse,
                    "who may come in; others are answered 403")
            .onlyIf(ranges -> ranges.size() <= MOST_RANGES);
    private static final Setting<String> CLOUDFRONT_PREFIX_LIST = Setting.text(
            "cloudFrontPrefixList",
            "a prefix list id",
            "pl-3b927c52",
            compile("pl-[0-9a-f]{8,17}"),
            "CloudFront's origin-facing list, in a region whose list the atlas does not know");
    private static final Setting<Architecture> ARCHITECTURE = Setting.choice(
            "architecture", Architecture.ARM64, "x86_64 builds the image on an x86 machine without emulation");
    private static final Setting<Integer> MIN_UNITS =
            Setting.whole("minUnits", 1, 1, 10, "fewest instances, tasks or pods of an option");
    private static final Setting<Integer> MAX_UNITS =
            Setting.whole("maxUnits", 2, 1, 10, "most instances, nodes or tasks of an option");
    private static final Setting<OffHours> OFF_HOURS = Setting.choice(
            "offHours", OffHours.SHRINK, "servers from 20:00 to 06:00 UTC and on weekends: as ever, minUnits, or none");
    private static final Setting<InstanceSize> INSTANCE_SIZE = Setting.choice(
            "instanceSize",
            InstanceSize.SMALL,
            "EC2 instances: 2 vCPU with 2 GiB or 4 GiB; a node of EKS has 4 GiB in either");
    private static final Setting<Integer> TASK_CPU =
            Setting.whole("taskCpu", 1024, 256, 4096, "CPU units of a Fargate task; 1024 are one vCPU");
    private static final Setting<Integer> TASK_MEMORY =
            Setting.whole("taskMemory", 2048, 512, 30720, "MiB of a Fargate task; must go with taskCpu");
    private static final Setting<Boolean> ECS_EXEC =
            Setting.flag("ecsExec", Profile.SANDBOX, "a shell in a running task; excludes readOnlyRoot");
    private static final Setting<Boolean> READ_ONLY_ROOT = Setting.flag(
            "readOnlyRoot", Profile.PRODUCTION, "nothing can write to a task's own disk; excludes ecsExec");
    private static final Setting<String> CLUSTER_ADMIN = Setting.text(
            "clusterAdmin",
            "the ARN of an IAM role or user",
            "arn:aws:iam::111122223333:role/Admin",
            compile("arn:aws:iam::\\d{12}:(role|user)/[\\w+=,.@/-]{1,512}"),
            "who may use kubectl on the EKS cluster; without it nobody, until you make an access entry");
    private static final Setting<Integer> FUNCTION_MEMORY =
            Setting.whole("functionMemory", 1769, 512, 10240, "MiB of a function; 1769 give one vCPU");
    private static final Setting<Boolean> SNAP_START =
            Setting.flag("snapStart", true, "start functions from a snapshot; excludes provisionedConcurrency");
    private static final Setting<Integer> RESERVED_CONCURRENCY = Setting.whole(
            "reservedConcurrency", 0, 0, 1000, "concurrency kept for the function; 0 is none, a new account has 10");
    private static final Setting<Integer> PROVISIONED_CONCURRENCY = Setting.whole(
            "provisionedConcurrency", 0, 0, 1000, "function environments kept warm; 0 is none, else snapStart=false");

    private static final Setting<String> OWNER = Setting.text(
            "owner",
            "up to 64 letters, digits, spaces and . _ - + @ / : =",
            "team-blue",
            compile("[\\p{L}\\p{N} ._\\-+@/:=]{1,64}"),
            "whose it is: a tag on everything, beside project, layer and option");

    private static final Setting<Lifetime> EXPIRES = new Setting<>(
            "expires",
            "from then on (UTC) every stack deletes itself; not in production",
            "a moment in UTC such as 2026-12-01T18:00",
            "never",
            "2026-12-01T18:00",
            new Lifetime.Unlimited(),
            Lifetime::until);
    private static final Setting<Integer> BUDGET = Setting.whole(
                    "budget", 20, 1, 100_000, "USD the whole account may cost a month before email hears of it")
            .orNone(0);
    private static final Setting<String> EMAIL = Setting.text(
            "email",
            "an e-mail address",
            "you@example.com",
            compile("(?=.{3,50}$)[^@\\s,]+@[^@\\s,]+\\.[^@\\s,]+"),
            "who hears of the budget");

    /** In the order of the documents. */
    public static final List<Setting<?>> ALL = List.of(
            OPTIONS,
            PROFILE,
            REGION,
            ZONE_NAMES,
            DOMAIN,
            ZONE_ID,
            ALLOW_CIDR,
            CLOUDFRONT_PREFIX_LIST,
            ARCHITECTURE,
            MIN_UNITS,
            MAX_UNITS,
            OFF_HOURS,
            INSTANCE_SIZE,
            TASK_CPU,
            TASK_MEMORY,
            ECS_EXEC,
            READ_ONLY_ROOT,
            CLUSTER_ADMIN,
            FUNCTION_MEMORY,
            SNAP_START,
            RESERVED_CONCURRENCY,
            PROVISIONED_CONCURRENCY,
            OWNER,
            EXPIRES,
            BUDGET,
            EMAIL);

    /**
     * @param context keys and values, ours and the CDK's own
     * @throws SettingsException for the first key or value that cannot be used
     */
    public static Settings from(Map<String, ?> context) {
        UnknownSettings.refuse(context.keySet());
        return from(context::get);
    }

    private static Settings from(Function<String, Object> context) {
        List<ComputeOption> options = OPTIONS.read(context);
        Profile profile = PROFILE.read(context);
        String region = REGION.read(context);
        Boolean ecsExec = ECS_EXEC.read(context);
        Boolean readOnlyRoot = READ_ONLY_ROOT.read(context);
        Settings settings = new Settings(
                options.isEmpty()
                        ? List.of(ComputeOption.values())
                        : options.stream().distinct().toList(),
                profile,
                region,
                ZONE_NAMES.read(context),
                Domain.of(DOMAIN.read(context), ZONE_ID.read(context)),
                ALLOW_CIDR.read(context),
                CloudFrontPrefixList.in(region, CLOUDFRONT_PREFIX_LIST.read(context)),
                ARCHITECTURE.read(context),
                MIN_UNITS.read(context),
                MAX_UNITS.read(context),
                OFF_HOURS.read(context),
                INSTANCE_SIZE.read(context),
                TASK_CPU.read(context),
                TASK_MEMORY.read(context),
                ecsExec == null ? !profile.isProduction() && !Boolean.TRUE.equals(readOnlyRoot) : ecsExec,
                readOnlyRoot == null ? profile.isProduction() && !Boolean.TRUE.equals(ecsExec) : readOnlyRoot,
                CLUSTER_ADMIN.read(context),
                FUNCTION_MEMORY.read(context),
                SNAP_START.read(context),
                RESERVED_CONCURRENCY.read(context),
                PROVISIONED_CONCURRENCY.read(context),
                OWNER.read(context),
                EXPIRES.read(context),
                Budget.of(BUDGET.read(context), EMAIL.read(context)));
        Contradictions.refuse(settings);
        return settings;
    }

    /** Whether every option is built, and so every layer. */
    public boolean buildsAll() {
        return options.containsAll(List.of(ComputeOption.values()));
    }

    private static String zoneName(String text) {
        Setting.require(text.matches("[a-z]{2}(-[a-z]+)+-\\d[a-z]"));
        return text;
    }
}
