package atlas.compare.capacity;

import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.util.Optional;

/** What templates tell of load balancers in lists of keys and values. */
public final class LoadBalancers {
    private LoadBalancers() {}

    /** Empty where the template does not set it. */
    public static Optional<Value> attribute(Resource balancer, String key) {
        return balancer.at("LoadBalancerAttributes").items().stream()
                .filter(attribute -> attribute.at("Key").is(key))
                .map(attribute -> attribute.at("Value"))
                .findFirst();
    }
}
