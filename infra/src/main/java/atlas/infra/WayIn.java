package atlas.infra;

/** How requests reach an option. */
public sealed interface WayIn {
    /**
     * By CloudFront and the internal load balancer.
     *
     * @param priority of its listener rule: fixed, one of a kind, 1 to 50000, so that no option moves another's
     */
    record LoadBalancer(int priority) implements WayIn {
        @Override
        public String title() {
            return "load balancer";
        }
    }

    /** By API Gateway's own address, and by CloudFront when that is deployed. */
    record HttpApi() implements WayIn {
        @Override
        public String title() {
            return "HTTP API";
        }
    }

    String title();
}
