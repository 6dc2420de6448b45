package atlas.compare.capacity;

import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The way of a request through a set-up: what it meets, and who answers it.
 *
 * @param source what a request is here
 * @param servers who share the requests evenly
 * @param fronts load balancers, APIs, function URLs and distributions that every request passes
 */
public record RequestPath(Source source, List<Compute> servers, Set<Resource> fronts) {
    /** What makes a set-up work. */
    public enum Source {
        /** Somebody asks and waits for an answer. */
        REQUEST,
        /** Something happens, and nobody waits: an object is stored, a message comes. */
        EVENT,
        /** The hour, whatever is asked elsewhere. */
        CLOCK
    }

    public RequestPath {
        servers = List.copyOf(servers);
        fronts = Collections.unmodifiableSet(new LinkedHashSet<>(fronts));
    }

    /** Where nothing stands before any of them, all that nothing else starts are asked directly. */
    public static RequestPath of(SetUp setUp, List<Compute> computes) {
        Fronts all = new Fronts(setUp);
        Triggers triggers = new Triggers(setUp);
        Set<Resource> fronts = new LinkedHashSet<>();
        computes.forEach(compute -> fronts.addAll(all.before(compute)));
        List<Compute> behind = computes.stream()
                .filter(compute -> !all.before(compute).isEmpty())
                .toList();
        if (!behind.isEmpty()) {
            return new RequestPath(Source.REQUEST, behind, fronts);
        }
        List<Compute> asked = computes.stream()
                .filter(compute -> !triggers.isStarted(compute.resource().name()))
                .toList();
        if (!asked.isEmpty()) {
            return new RequestPath(Source.REQUEST, asked, Set.of());
        }
        List<Compute> told = computes.stream()
                .filter(compute -> triggers.isToldOfEvents(compute.resource().name()))
                .toList();
        return told.isEmpty()
                ? new RequestPath(Source.CLOCK, computes, Set.of())
                : new RequestPath(Source.EVENT, told, Set.of());
    }

    public boolean passes(Resource resource) {
        return fronts.stream().map(Resource::name).anyMatch(resource.name()::equals);
    }

    public boolean passes(String type) {
        return fronts.stream().anyMatch(front -> front.is(type));
    }

    public boolean isServedBy(Reference compute) {
        return servers.stream().anyMatch(server -> server.resource().name().equals(compute));
    }
}
