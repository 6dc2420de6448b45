package atlas.proof.rehearsal.probe;

import atlas.proof.rehearsal.assembly.StackTemplate;
import atlas.proof.rehearsal.aws.Answer;
import atlas.proof.rehearsal.aws.Aws;
import atlas.proof.rehearsal.aws.Endpoint;
import atlas.proof.rehearsal.aws.Stacks;
import atlas.proof.rehearsal.seen.Placed;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.w3c.dom.Element;

/** Which way in an option has, read from its template, and where that is on this emulator. */
public final class Probes {
    private final Aws aws;
    private final Stacks stacks;
    private final Duration patience;

    /** @param patience how long an option may take to answer once it is deployed */
    public Probes(Aws aws, Duration patience) {
        this.aws = aws;
        this.stacks = new Stacks(aws);
        this.patience = patience;
    }

    /** Nothing for a stack that serves nobody. */
    public Optional<Probe> of(StackTemplate stack) {
        if (stack.option().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> url =
                stacks.status(stack.name()).map(one -> one.outputs().get("Url"));
        if (url.isPresent()) {
            return Optional.of(http(stack.option().get(), url.get()));
        }
        Map<String, Stacks.Resource> resources = stacks.resources(stack.name());
        for (Map.Entry<String, JsonNode> one : stack.resources().entrySet()) {
            JsonNode bucket = one.getValue().at("/Properties/Environment/Variables");
            if (bucket.has("ATLAS_BUCKET") && resources.containsKey(one.getKey())) {
                Placed variables = new Placed(one.getKey(), "", "", bucket, Map.of(), stacks.exports());
                String name = variables.property("ATLAS_BUCKET");
                return Optional.of(
                        has(stack, "AWS::Scheduler::Schedule")
                                ? new ScheduleProbe(
                                        aws, resources.get(one.getKey()).physicalId(), name)
                                : new S3EventProbe(aws, name));
            }
        }
        return Optional.empty();
    }

    private static boolean has(StackTemplate stack, String type) {
        return stack.resources().values().stream()
                .anyMatch(one -> one.path("Type").asText().equals(type));
    }

    private Probe http(String option, String url) {
        URI address = URI.create(url);
        return new HttpProbe(option, address.getRawPath(), doors(address), patience);
    }

    /** Where that address may lead here, in this order; nothing outside this machine and the endpoint is asked. */
    private List<Door> doors(URI address) {
        List<Door> doors = new ArrayList<>();
        URI endpoint = aws.endpoint().url();
        String host = address.getRawAuthority();
        boolean isApi = host.contains(".execute-api.");
        String name = isApi ? "API Gateway" : "CloudFront";
        if (Endpoint.isHere(address.getHost())) {
            doors.add(new Door(name, URI.create(address.getScheme() + "://" + host), ""));
        }
        doors.add(new Door(name + " by its name", endpoint, host));
        if (isApi) {
            String api = host.substring(0, host.indexOf('.'));
            doors.add(new Door(
                    name + " by a local name", endpoint, api + ".execute-api.localhost:" + endpoint.getPort()));
            doors.add(
                    new Door(name + " by a path", URI.create(endpoint + "/_aws/execute-api/" + api + "/$default"), ""));
            doors.add(new Door(
                    name + " by a plain path", URI.create(endpoint + "/execute-api/" + api + "/$default"), ""));
        } else {
            loadBalancers().forEach((balancer, dns) -> {
                if (Endpoint.isHere(dns)) {
                    doors.add(new Door("the load balancer", URI.create("http://" + dns), ""));
                }
                doors.add(new Door("the load balancer by its name", endpoint, dns));
                doors.add(new Door("the load balancer by its port", onPort80(endpoint), dns));
                doors.add(new Door("the load balancer by a path", URI.create(endpoint + "/_alb/" + balancer), ""));
            });
        }
        return doors;
    }

    private static URI onPort80(URI endpoint) {
        return URI.create("http://" + endpoint.getHost() + ":80");
    }

    private Map<String, String> loadBalancers() {
        Map<String, String> found = new TreeMap<>();
        Answer answer = aws.query("elasticloadbalancing", "2015-12-01", "DescribeLoadBalancers", Map.of());
        for (Element dns : answer.elements("DNSName")) {
            Element balancer = (Element) dns.getParentNode();
            found.put(
                    Answer.text(balancer, "LoadBalancerName"),
                    dns.getTextContent().strip());
        }
        return found;
    }
}
