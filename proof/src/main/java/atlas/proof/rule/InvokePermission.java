package atlas.proof.rule;

import atlas.compare.template.Resource;
import java.util.stream.Stream;

/** A rule of EventBridge calls a function only if the function lets it. */
final class InvokePermission implements Rule {

    @Override
    public String id() {
        return "invoke-permission";
    }

    @Override
    public String remedy() {
        return "add an AWS::Lambda::Permission for events.amazonaws.com";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        return deployment.resources("AWS::Events::Rule").flatMap(rule -> rule.at("Targets").items().stream()
                .filter(target -> !target.at("RoleArn").isPresent())
                .flatMap(target -> deployment.function(target.at("Arn")).stream())
                .filter(function -> !lets(function, rule, deployment))
                .map(function -> Breach.of(rule, "it calls %s, which does not let it", function.name())));
    }

    private static boolean lets(Resource function, Resource rule, Deployment deployment) {
        return deployment
                .resources("AWS::Lambda::Permission")
                .filter(permission -> permission.at("Principal").is("events.amazonaws.com"))
                .filter(permission -> !permission.at("SourceArn").isPresent()
                        || permission.at("SourceArn").references().isEmpty()
                        || permission.at("SourceArn").references().contains(rule.name()))
                .anyMatch(permission -> deployment
                        .function(permission.at("FunctionName"))
                        .map(other -> other.name().equals(function.name()))
                        .orElse(true));
    }
}
