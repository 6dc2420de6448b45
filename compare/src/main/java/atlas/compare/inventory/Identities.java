package atlas.compare.inventory;

import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import atlas.compare.template.ValueText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Finds roles, users and groups with all their policies, wherever these are written. */
final class Identities {
    private static final Map<String, String> KINDS =
            Map.of("AWS::IAM::Role", "role", "AWS::IAM::User", "user", "AWS::IAM::Group", "group");
    private static final String MANAGED_POLICY = "AWS::IAM::ManagedPolicy";
    private static final List<String> ATTACHED_TO =
            List.of("Roles", "Users", "Groups", "RoleName", "UserName", "GroupName");
    private static final ValueText TEXT = new ValueText(Reference::toString);

    private final SetUp setUp;
    private final Map<Reference, List<Value>> attached = new HashMap<>();

    private Identities(SetUp setUp) {
        this.setUp = setUp;
        setUp.resources(
                        "AWS::IAM::Policy",
                        "AWS::IAM::RolePolicy",
                        "AWS::IAM::UserPolicy",
                        "AWS::IAM::GroupPolicy",
                        MANAGED_POLICY)
                .forEach(policy -> ATTACHED_TO.stream()
                        .flatMap(property -> policy.at(property).references().stream())
                        .forEach(identity -> attach(identity, policy)));
    }

    private void attach(Reference identity, Resource policy) {
        attached.computeIfAbsent(identity, name -> new ArrayList<>()).add(policy.at("PolicyDocument"));
    }

    static List<Identity> in(SetUp setUp) {
        Identities identities = new Identities(setUp);
        return setUp.resources()
                .filter(resource -> KINDS.containsKey(resource.type()))
                .map(identities::identity)
                .toList();
    }

    private Identity identity(Resource identity) {
        List<Statement> statements = statements(identity);
        return new Identity(
                identity.name(),
                KINDS.get(identity.type()),
                Statement.in(identity.at("AssumeRolePolicyDocument")).stream()
                        .filter(Statement::allows)
                        .flatMap(statement -> statement.principals(TEXT))
                        .distinct()
                        .toList(),
                statements.size(),
                count(statements, Statement::isOnAnyAction),
                count(statements, Statement::isOnAnyResource),
                count(statements, statement -> statement.isOnAnyAction() && statement.isOnAnyResource()),
                foreign(identity));
    }

    private List<Statement> statements(Resource identity) {
        List<Value> documents = new ArrayList<>(attached.getOrDefault(identity.name(), List.of()));
        identity.at("Policies").items().forEach(policy -> documents.add(policy.at("PolicyDocument")));
        setUp.referredTo(identity.at("ManagedPolicyArns"), MANAGED_POLICY)
                .forEach(policy -> documents.add(policy.at("PolicyDocument")));
        return documents.stream()
                .flatMap(document -> Statement.in(document).stream())
                .filter(Statement::allows)
                .toList();
    }

    private static int count(List<Statement> statements, Predicate<Statement> such) {
        return (int) statements.stream().filter(such).count();
    }

    /** By what comes last in their ARNs. */
    private List<String> foreign(Resource identity) {
        return identity.at("ManagedPolicyArns").items().stream()
                .filter(policy ->
                        setUp.referredTo(policy, MANAGED_POLICY).findAny().isEmpty())
                .map(TEXT::of)
                .map(arn -> arn.substring(arn.lastIndexOf('/') + 1))
                .toList();
    }
}
