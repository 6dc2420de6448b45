package atlas.containers;

import atlas.http.ServiceInfo;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;

/** What this process is and runs on. Found out when first asked for, so that nobody waits for it at the start. */
final class Identity implements Supplier<ServiceInfo> {
    private static final long MIB = 1024 * 1024;

    private final String option;
    private final Whereabouts whereabouts;
    private final Readiness readiness;
    private ServiceInfo known;

    Identity(String option, Whereabouts whereabouts, Readiness readiness) {
        this.option = option;
        this.whereabouts = whereabouts;
        this.readiness = readiness;
    }

    @Override
    public synchronized ServiceInfo get() {
        if (known == null) {
            known = findOut();
        }
        return known;
    }

    private ServiceInfo findOut() {
        Place place = whereabouts.find();
        RuntimeMXBean jvm = ManagementFactory.getRuntimeMXBean();
        Instant startedAt = Instant.ofEpochMilli(jvm.getStartTime());
        return new ServiceInfo(
                option,
                version(),
                place.instance(),
                place.zone(),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                memoryBytes() / MIB,
                jvm.getVmVendor() + " " + jvm.getVmVersion(),
                startedAt,
                Duration.between(startedAt, readiness.since()).toMillis());
    }

    /** From the jar's manifest; classes that run from a folder have none. */
    private static String version() {
        return Objects.requireNonNullElse(Identity.class.getPackage().getImplementationVersion(), "unpackaged");
    }

    /** The container's limit where there is one, else the machine's memory. */
    private static long memoryBytes() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
