package atlas.proof.rule;

import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.util.Optional;
import java.util.stream.Stream;

/** An image for one kind of processor does not start on the other. */
final class MachineArchitecture implements Rule {

    @Override
    public String id() {
        return "machine-architecture";
    }

    @Override
    public String remedy() {
        return "choose instance types and an image for the same processor; types with a g behind the number are arm64";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        Stream<Breach> templates = deployment
                .resources("AWS::EC2::LaunchTemplate", "AWS::EC2::Instance")
                .flatMap(machine -> {
                    Value data =
                            machine.is("AWS::EC2::Instance") ? machine.properties() : machine.at("LaunchTemplateData");
                    return wrong(
                            machine,
                            processor(deployment, machine, data.at("ImageId")),
                            texts(data.at("InstanceType")));
                });
        Stream<Breach> groups = deployment
                .resources("AWS::AutoScaling::AutoScalingGroup")
                .flatMap(group -> Machines.launchTemplate(group, deployment).stream()
                        .flatMap(template -> wrong(
                                group,
                                processor(deployment, template, template.at("LaunchTemplateData", "ImageId")),
                                Machines.overrides(group))));
        Stream<Breach> nodes = deployment
                .resources("AWS::EKS::Nodegroup")
                .flatMap(group -> wrong(
                        group,
                        Processor.named(group.at("AmiType").toString()),
                        group.at("InstanceTypes").items().stream().flatMap(MachineArchitecture::texts)));
        return Stream.of(templates, groups, nodes).flatMap(all -> all);
    }

    /** Of an AMI by the name it is looked up by; what else it may be nobody can tell. */
    private static Optional<Processor> processor(Deployment deployment, Resource machine, Value image) {
        return deployment.lookedUp(machine.name().stack(), image).flatMap(Processor::named);
    }

    private static Stream<String> texts(Value value) {
        return value.text().stream();
    }

    private static Stream<Breach> wrong(Resource machine, Optional<Processor> image, Stream<String> types) {
        return types.filter(type -> image.isPresent() && Processor.ofInstance(type) != image.get())
                .map(type -> Breach.of(
                        machine, "its image is for %s, and %s is %s", image.get(), type, Processor.ofInstance(type)));
    }
}
