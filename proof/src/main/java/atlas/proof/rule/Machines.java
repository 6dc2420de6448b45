package atlas.proof.rule;

import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.util.Optional;
import java.util.stream.Stream;

/** What an Auto Scaling group launches. */
final class Machines {
    private Machines() {}

    static Optional<Resource> launchTemplate(Resource group, Deployment deployment) {
        return deployment.behind(specification(group).at("LaunchTemplateId"), "AWS::EC2::LaunchTemplate");
    }

    private static Value specification(Resource group) {
        Value mixed = group.at("MixedInstancesPolicy", "LaunchTemplate", "LaunchTemplateSpecification");
        return mixed.isPresent() ? mixed : group.at("LaunchTemplate");
    }

    /** Types that a group names itself, in place of its launch template's. */
    static Stream<String> overrides(Resource group) {
        return group.at("MixedInstancesPolicy", "LaunchTemplate", "Overrides").items().stream()
                .flatMap(override -> override.at("InstanceType").text().stream());
    }
}
