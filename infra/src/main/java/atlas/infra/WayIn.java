package atlas.infra;

/** How requests, or whatever else asks for work, reach an option. */
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

        @Override
        public boolean hasPath() {
            return true;
        }
    }

    /** By API Gateway's own address, and by CloudFront when that is deployed. */
    record HttpApi() implements WayIn {
        @Override
        public String title() {
            return "HTTP API";
        }

        @Override
        public boolean hasPath() {
            return true;
        }
    }

    /** By an object that is created in the bucket. */
    record S3Event() implements WayIn {
        @Override
        public String title() {
            return "S3 event";
        }

        @Override
        public boolean hasPath() {
            return false;
        }
    }

    /** By the clock. */
    record Schedule() implements WayIn {
        @Override
        public String title() {
            return "schedule";
        }

        @Override
        public boolean hasPath() {
            return false;
        }
    }

    String title();

    /** Whether a browser can ask for it, under a path of its own. */
    boolean hasPath();
}
