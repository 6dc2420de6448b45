package atlas.proof.rule;

import java.util.List;
import java.util.stream.Stream;

/** What a stack leaves behind under a fixed name stands in the way of the next one. */
final class RetainedName implements Rule {
    private static final List<String> NAMES = List.of(
            "BucketName",
            "RepositoryName",
            "TableName",
            "QueueName",
            "TopicName",
            "LogGroupName",
            "DBInstanceIdentifier");

    @Override
    public String id() {
        return "retained-under-fixed-name";
    }

    @Override
    public String remedy() {
        return "leave the name to CloudFormation, or delete the resource with its stack";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        return deployment
                .setUp()
                .resources()
                .filter(resource -> resource.lifecycle()
                        .at("DeletionPolicy")
                        .text()
                        .filter(policy -> policy.startsWith("Retain"))
                        .isPresent())
                .flatMap(resource -> NAMES.stream()
                        .flatMap(name -> resource.at(name).text().stream())
                        .map(name -> Breach.of(resource, "it is retained as %s, and cannot be created again", name)));
    }
}
