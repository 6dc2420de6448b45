package atlas.compare.inventory;

import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import java.util.List;
import java.util.stream.Collectors;

/** Finds resources whose own policy lets anybody in, whom no condition tells apart. */
final class OpenPolicies {
    private static final String PERMISSION = "AWS::Lambda::Permission";

    private OpenPolicies() {}

    static List<EntryPoint> in(SetUp setUp) {
        return setUp.resources()
                .filter(OpenPolicies::letsSomebodyIn)
                .map(resource ->
                        new EntryPoint(resource.name(), resource.type(), "policy for anyone", actions(resource)))
                .filter(entry -> !entry.detail().isEmpty())
                .toList();
    }

    /** An identity's policy is its own, and an endpoint's only narrows what others allow. */
    private static boolean letsSomebodyIn(Resource resource) {
        return !resource.type().startsWith("AWS::IAM::") && !resource.is("AWS::EC2::VPCEndpoint");
    }

    private static String actions(Resource resource) {
        if (resource.is(PERMISSION)) {
            boolean anyone = resource.at("Principal").is("*")
                    && !resource.at("FunctionUrlAuthType").isPresent();
            return anyone ? resource.at("Action").toString() : "";
        }
        return resource.properties().fields().stream()
                .flatMap(property -> Statement.in(property.getValue()).stream())
                .filter(Statement::allows)
                .filter(Statement::isForAnyone)
                .filter(statement -> !statement.isConditional())
                .flatMap(Statement::actions)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
