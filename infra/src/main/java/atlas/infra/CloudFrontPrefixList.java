package atlas.infra;

import java.util.Map;

/**
 * The managed prefix list com.amazonaws.global.cloudfront.origin-facing has another id in each region, and CloudFormation
 * cannot look it up. The ids were read in public repositories in November 2026; AWS documents no list of them. To see the
 * one of your region: {@code aws ec2 describe-managed-prefix-lists}.
 */
final class CloudFrontPrefixList {
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("ap-northeast-1", "pl-58a04531"),
            Map.entry("ap-northeast-2", "pl-22a6434b"),
            Map.entry("ap-south-1", "pl-9aa247f3"),
            Map.entry("ap-southeast-1", "pl-31a34658"),
            Map.entry("ap-southeast-2", "pl-b8a742d1"),
            Map.entry("ca-central-1", "pl-38a64351"),
            Map.entry("eu-central-1", "pl-a3a144ca"),
            Map.entry("eu-north-1", "pl-fab65393"),
            Map.entry("eu-west-1", "pl-4fa04526"),
            Map.entry("eu-west-2", "pl-93a247fa"),
            Map.entry("eu-west-3", "pl-75b1541c"),
            Map.entry("sa-east-1", "pl-5da64334"),
            Map.entry("us-east-1", "pl-3b927c52"),
            Map.entry("us-east-2", "pl-b6a144df"),
            Map.entry("us-west-1", "pl-4ea04527"),
            Map.entry("us-west-2", "pl-82a045eb"));

    private CloudFrontPrefixList() {}

    /**
     * The id given, or the known one of the region when none is given.
     *
     * @throws SettingsException if none is given in a region whose id is not known here
     */
    static String in(String region, String given) {
        if (!given.isEmpty()) {
            return given;
        }
        if (!IDS.containsKey(region)) {
            throw new SettingsException(
                    "cloudFrontPrefixList must be set in region %s; find it with: aws ec2".formatted(region)
                            + " describe-managed-prefix-lists --region %s --filters".formatted(region)
                            + " Name=prefix-list-name,Values=com.amazonaws.global.cloudfront.origin-facing");
        }
        return IDS.get(region);
    }
}
