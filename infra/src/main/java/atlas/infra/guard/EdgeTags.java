package atlas.infra.guard;

import atlas.infra.Settings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.CustomResourceProviderBase;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.TagProps;
import software.amazon.awscdk.Tags;

/**
 * The tags of a stack with CloudFront in it, on its resources one by one, and none on the stack. CloudFormation would put
 * those of the stack on two resources that cannot bear it: a VPC origin refuses any change, and so another owner, while a
 * distribution uses it (github.com/aws/aws-cdk/issues/35765); and a function could not be created at all
 * (github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/2508).
 */
public final class EdgeTags {
    private static final List<String> UNTAGGED = List.of("AWS::CloudFront::Function", "AWS::CloudFront::VpcOrigin");

    private EdgeTags() {}

    /**
     * @param layer as in the tags of the other stacks
     * @param stack with all its resources: the CDK's providers are not reached by its own way of tagging
     */
    public static void add(Settings settings, String layer, Stack stack) {
        Map<String, String> tags = CostTags.andExpiry(settings, CostTags.layer(settings, layer));
        tags.forEach((key, value) -> Tags.of(stack)
                .add(
                        key,
                        value,
                        TagProps.builder().excludeResourceTypes(UNTAGGED).build()));
        stack.getNode().getChildren().stream()
                .filter(CustomResourceProviderBase.class::isInstance)
                .flatMap(provider -> List.of("Handler", "Role").stream()
                        .map(id -> (CfnResource) provider.getNode().findChild(id)))
                .forEach(resource -> resource.addPropertyOverride("Tags", list(tags)));
    }

    private static List<Map<String, String>> list(Map<String, String> tags) {
        return tags.entrySet().stream()
                .<Map<String, String>>map(tag -> new TreeMap<>(Map.of("Key", tag.getKey(), "Value", tag.getValue())))
                .toList();
    }
}
