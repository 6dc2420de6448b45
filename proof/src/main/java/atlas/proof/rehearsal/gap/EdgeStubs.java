package atlas.proof.rehearsal.gap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

final class EdgeStubs implements TemplateGap {
    /** CloudFront's own policies, by ids that are the same in every account. */
    private static final String SECURITY_HEADERS = "67f7725c-6f97-4210-82d7-5512b31e9d03";

    private static final String CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

    @Override
    public String emulator() {
        return "floci";
    }

    @Override
    public String name() {
        return "CloudFront's policies and origins";
    }

    @Override
    public String reason() {
        return "policies, access controls and VPC origins are accepted and not made, and a distribution that names one is refused;"
                + " it gets CloudFront's own policies, and its origins are asked in the open";
    }

    @Override
    public boolean bridge(ObjectNode template, Assets assets) {
        List<ObjectNode> distributions = TemplateGap.properties(template, "AWS::CloudFront::Distribution");
        for (ObjectNode distribution : distributions) {
            JsonNode config = distribution.path("DistributionConfig");
            List<JsonNode> behaviors = new ArrayList<>(List.of(config.path("DefaultCacheBehavior")));
            config.path("CacheBehaviors").forEach(behaviors::add);
            for (JsonNode behavior : behaviors) {
                replace((ObjectNode) behavior, "ResponseHeadersPolicyId", SECURITY_HEADERS);
                replace((ObjectNode) behavior, "CachePolicyId", CACHING_DISABLED);
            }
            config.path("Origins").forEach(origin -> open((ObjectNode) origin));
        }
        return !distributions.isEmpty();
    }

    private static void replace(ObjectNode behavior, String policy, String managed) {
        if (behavior.path(policy).isObject()) {
            behavior.put(policy, managed);
        }
    }

    private static void open(ObjectNode origin) {
        origin.remove("OriginAccessControlId");
        if (origin.remove("VpcOriginConfig") != null) {
            origin.putObject("CustomOriginConfig").put("OriginProtocolPolicy", "http-only");
        }
    }
}
