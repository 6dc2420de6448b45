package atlas.compare.measure;

import atlas.compare.measure.NotMeasured.Reason;
import java.util.List;

/** Measurements as a run could have found them. */
public final class Samples {
    private static final Machine MACHINE = new Machine("Linux 6.1.0", "amd64", "A Processor", 2, 4096, false, 0.1);
    private static final Conditions CONDITIONS = new Conditions(20, 5, 256, 1);
    private static final App APP = new App("local", "0.1.0", "A Vendor 25", "amd64", 2, 4096, 180);

    private Samples() {}

    public static Measurements here() {
        return new Measurements(
                Measurements.MEASURED,
                "2026-11-25T21:40:00Z",
                MACHINE,
                "A Vendor 25",
                CONDITIONS,
                List.of(new CpuCost(256, 100, 10.2), new CpuCost(1000, 25, 36.5)),
                List.of(
                        target(LocalTarget.SERVER, 12.1, 40.4, new Start(8, 210.4, 340.6, 371.5), 20_000),
                        target(LocalTarget.LAMBDA, 14.3, 44.6, new Start(8, 702.2, 830.1, 905.9), 21_000)),
                List.of(),
                List.of(new NotMeasured(
                        LocalTarget.CONTAINER,
                        Reason.SKIPPED,
                        "no container engine works here (podman: not installed; docker: not installed)")));
    }

    /** On a machine that had other things to do. */
    public static Measurements busy() {
        Measurements quiet = here();
        return new Measurements(
                quiet.evidence(),
                quiet.measuredAt(),
                new Machine("Linux 6.1.0", "amd64", "A Processor", 2, 4096, true, 6.1),
                quiet.jdk(),
                quiet.conditions(),
                quiet.renderer(),
                quiet.here(),
                quiet.deployed(),
                quiet.notMeasured());
    }

    public static Measurements deployed() {
        return new Measurements(
                Measurements.MEASURED,
                "2026-11-25T21:40:00Z",
                MACHINE,
                "A Vendor 25",
                CONDITIONS,
                List.of(),
                List.of(),
                List.of(new DeployedOption(
                        "ecs-fargate",
                        "https://d1.cloudfront.net/ecs-fargate/",
                        new App("ecs-fargate", "0.1.0", "Amazon.com Inc. 25", "aarch64", 1, 2048, 400),
                        new Latency(20, 5, 100, 0, 61.2, 70.8, 120.3, 131.9, 0.8),
                        List.of(new RenderTime(256, 100, 11.4), new RenderTime(1000, 10, 40.1)),
                        19_135)),
                List.of(new NotMeasured(
                        "lambda-http-api",
                        Reason.VOID,
                        "an answer came from a cache (X-Cache: Hit from cloudfront), and a cache is not the option")));
    }

    private static LocalTarget target(String id, double cpu256, double cpu1000, Start start, long bytes) {
        return new LocalTarget(
                id,
                "java -jar atlas-server.jar",
                "atlas-server.jar",
                "sha256:0123",
                APP,
                start,
                new Latency(20, 5, 100, 1, 12.34, 18.9, 55.5, 60.1, 0.9),
                new Peak(96.5, 4, 2.1, 0),
                List.of(new CpuCost(256, 100, cpu256), new CpuCost(1000, 25, cpu1000)),
                120,
                bytes);
    }
}
