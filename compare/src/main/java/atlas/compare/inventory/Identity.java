package atlas.compare.inventory;

import atlas.compare.template.Reference;
import java.util.List;
import java.util.Set;

/**
 * A role, a user or a group, and how broad what it may do is: counts over the statements that allow, in its own policies and
 * in those attached to it.
 *
 * @param kind role, user or group
 * @param trusted who may become it, as {@code Service ecs-tasks.amazonaws.com}
 * @param statements all that allow something
 * @param anyAction those on every action, of all services or of one
 * @param anyResource those on every resource
 * @param anything those on both
 * @param managedPolicies names of attached policies that no template of the set-up writes, such as AdministratorAccess
 */
public record Identity(
        Reference resource,
        String kind,
        List<String> trusted,
        int statements,
        int anyAction,
        int anyResource,
        int anything,
        List<String> managedPolicies) {

    private static final Set<String> ADMINISTRATORS = Set.of("AdministratorAccess", "PowerUserAccess");
    private static final String WHOLE_SERVICE = "FullAccess";

    public Identity {
        trusted = List.copyOf(trusted);
        managedPolicies = List.copyOf(managedPolicies);
    }

    /** Whether it may do whatever it likes, at least within a service. */
    public boolean isBroad() {
        return anything > 0 || managedPolicies.stream().anyMatch(Identity::isBroad);
    }

    /** Whether anybody may become it, unless a condition of its trust policy tells them apart. */
    public boolean isOpen() {
        return trusted.stream().anyMatch(who -> who.equals("*") || who.equals("AWS *"));
    }

    private static boolean isBroad(String policy) {
        return ADMINISTRATORS.contains(policy) || policy.endsWith(WHOLE_SERVICE);
    }
}
