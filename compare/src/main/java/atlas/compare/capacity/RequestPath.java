package atlas.compare.capacity;

import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The way of a request through a set-up: what it meets, and who answers it.
 *
 * @param source what a request is here
 * @param servers who share the requests evenly
 * @param behind load balancers, APIs, function URLs and distributions, and how many of the servers are behind each
 */
public record RequestPath(Source source, List<Compute> servers, Map<Resource, Integer> behind) {
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
        behind = Collections.unmodifiableMap(new LinkedHashMap<>(behind));
    }

    /** Where nothing stands before any of them, all that nothing else starts are asked directly. */
    public static RequestPath of(SetUp setUp, List<Compute> computes) {
        Fronts all = new Fronts(setUp);
        Triggers triggers = new Triggers(setUp);
        Map<Resource, Integer> behind = new LinkedHashMap<>();
        List<Compute> servers = new ArrayList<>();
        for (Compute compute : computes) {
            Set<Resource> fronts = all.before(compute);
            fronts.forEach(front -> behind.merge(front, 1, Integer::sum));
            if (!fronts.isEmpty()) {
                servers.add(compute);
            }
        }
        if (!servers.isEmpty()) {
            return new RequestPath(Source.REQUEST, servers, behind);
        }
        List<Compute> asked = computes.stream()
                .filter(compute -> !triggers.isStarted(compute.resource().name()))
                .toList();
        if (!asked.isEmpty()) {
            return new RequestPath(Source.REQUEST, asked, Map.of());
        }
        List<Compute> told = computes.stream()
                .filter(compute -> triggers.isToldOfEvents(compute.resource().name()))
                .toList();
        return told.isEmpty()
                ? new RequestPath(Source.CLOCK, computes, Map.of())
                : new RequestPath(Source.EVENT, told, Map.of());
    }

    public Set<Resource> fronts() {
        return behind.keySet();
    }

    /** Which part of the requests comes to a front or to a server, 0 to 1. */
    public BigDecimal share(Resource place) {
        return share(behind.getOrDefault(place, isServedBy(place.name()) ? 1 : 0));
    }

    /** That of so many servers. */
    public BigDecimal share(long some) {
        return some == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(some).divide(BigDecimal.valueOf(servers.size()), MathContext.DECIMAL64);
    }

    public boolean passes(Resource resource) {
        return behind.containsKey(resource);
    }

    public boolean passes(String type) {
        return fronts().stream().anyMatch(front -> front.is(type));
    }

    public boolean isServedBy(Reference compute) {
        return servers.stream().anyMatch(server -> server.resource().name().equals(compute));
    }
}
