package atlas.http;

import java.time.Instant;

/**
 * What answers, and on what.
 *
 * @param option the id of the compute option, such as {@code ecs-fargate}
 * @param version of the app
 * @param instance names this process among its siblings: a host, a task, an execution environment
 * @param zone the availability zone, or {@code local}
 * @param architecture such as {@code aarch64}
 * @param vcpu how many processors the JVM sees
 * @param memoryMiB how much memory the process may use
 * @param jvm its vendor and version
 * @param startupMillis from the start of the JVM until it was ready to answer
 */
public record ServiceInfo(
        String option,
        String version,
        String instance,
        String zone,
        String architecture,
        int vcpu,
        long memoryMiB,
        String jvm,
        Instant startedAt,
        long startupMillis) {}
