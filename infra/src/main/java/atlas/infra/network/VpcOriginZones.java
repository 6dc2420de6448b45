package atlas.infra.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * In some regions CloudFront reaches no origin in one of the zones. A zone's name cannot tell which one that is, since it
 * means another zone in each account; its id means the same one in all of them. Source: docs.aws.amazon.com, CloudFront
 * Developer Guide, "Restrict access with VPC origins" and "Use service-linked roles for CloudFront", read in November 2026.
 */
final class VpcOriginZones {
    private static final Map<String, List<String>> IDS = Map.of(
            "us-east-1", List.of("use1-az1", "use1-az2"), // not use1-az3
            "us-west-1", List.of("usw1-az1", "usw1-az3"), // not usw1-az2
            "ap-northeast-1", List.of("apne1-az1", "apne1-az4"), // not apne1-az3
            "ca-central-1", List.of("cac1-az1", "cac1-az2")); // not cac1-az3

    private VpcOriginZones() {}

    /** The ids of two zones that will do, in a region where not any two of them will. */
    static Optional<List<String>> in(String region) {
        return Optional.ofNullable(IDS.get(region));
    }
}
