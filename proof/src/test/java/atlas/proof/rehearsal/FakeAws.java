package atlas.proof.rehearsal;

import atlas.proof.rehearsal.assembly.Assembly;
import atlas.proof.rehearsal.assembly.StackTemplate;
import atlas.proof.rehearsal.aws.Endpoint;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;

/** An emulator in a few lines: stacks of tables and queues, and what a test wants it to do wrong. */
final class FakeAws implements AutoCloseable {
    private final HttpServer server;
    private final Assembly assembly;
    /** What the fake CDK did, in order. */
    final List<String> calls = new ArrayList<>();

    final Map<String, StackTemplate> stacks = new TreeMap<>();
    private final Map<String, Integer> events = new TreeMap<>();
    private final Set<String> tables = new TreeSet<>();

    /** Types that it accepts and does not make. */
    final Set<String> accepts = new TreeSet<>();
    /** Types that it leaves out of its stacks. */
    final Set<String> skips = new TreeSet<>();
    /** A stack that fails, and why. */
    final Map<String, String> fails = new TreeMap<>();

    /** Where it says that images go. */
    String registry = "127.0.0.1:5000";

    boolean changesOnRedeploy;
    boolean forgetsTables;

    FakeAws(Assembly assembly) throws IOException {
        this.assembly = assembly;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newSingleThreadExecutor());
        server.start();
    }

    Endpoint endpoint() {
        return new Endpoint(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/_fake/cdk")) {
            answer(exchange, cdk(List.of(body.split(" "))) ? 200 : 500, "");
        } else if (target != null) {
            json(exchange, target, body);
        } else if (body.startsWith("Action=")) {
            answer(exchange, 200, query(form(body)));
        } else {
            answer(exchange, 404, "{\"message\":\"not found\"}");
        }
    }

    /** @return whether it went well */
    private boolean cdk(List<String> arguments) {
        calls.add(String.join(" ", arguments));
        String last = arguments.get(arguments.size() - 1);
        switch (arguments.get(0)) {
            case "deploy" -> {
                return deploy(last);
            }
            case "destroy" -> {
                arguments.stream().skip(1).forEach(this::destroy);
                return true;
            }
            default -> {
                return true;
            }
        }
    }

    private boolean deploy(String id) {
        for (StackTemplate stack : assembly.deploying(id)) {
            boolean known = stacks.put(stack.id(), stack) != null;
            if (!known || changesOnRedeploy) {
                events.merge(stack.id(), 1, Integer::sum);
            }
            if (fails.containsKey(stack.id())) {
                return false;
            }
            stack.resources().forEach((logicalId, resource) -> {
                String type = resource.path("Type").asText();
                if (type.equals("AWS::DynamoDB::Table") && !accepts.contains(type)) {
                    tables.add(physicalId(stack, logicalId));
                }
            });
        }
        return true;
    }

    private void destroy(String id) {
        StackTemplate stack = stacks.remove(id);
        if (stack != null && !forgetsTables) {
            tables.removeIf(table -> table.startsWith(stack.name()));
        }
    }

    private String physicalId(StackTemplate stack, String logicalId) {
        String type = stack.resources().get(logicalId).path("Type").asText();
        return accepts.contains(type) ? logicalId + "-0123abcd" : stack.name() + "-" + logicalId;
    }

    private String query(Map<String, String> form) {
        String name = form.getOrDefault("StackName", "");
        StringBuilder xml = new StringBuilder();
        switch (form.get("Action")) {
            case "GetCallerIdentity" -> xml.append("<Account>111122223333</Account>");
            case "DescribeStacks" -> {
                stacks.values().stream()
                        .filter(stack -> name.isEmpty() || stack.name().equals(name))
                        .forEach(stack ->
                                xml.append("<member><StackName>%s</StackName><StackStatus>%s</StackStatus></member>"
                                        .formatted(
                                                stack.name(),
                                                fails.containsKey(stack.id())
                                                        ? "ROLLBACK_COMPLETE"
                                                        : "CREATE_COMPLETE")));
                return "<R><Stacks>%s</Stacks></R>".formatted(xml);
            }
            case "DescribeStackResources" -> {
                named(name).forEach(stack -> stack.resources().forEach((logicalId, resource) -> {
                    String type = resource.path("Type").asText();
                    if (!skips.contains(type)) {
                        xml.append(
                                "<member><LogicalResourceId>%s</LogicalResourceId><PhysicalResourceId>%s</PhysicalResourceId><ResourceType>%s</ResourceType></member>"
                                        .formatted(logicalId, physicalId(stack, logicalId), type));
                    }
                }));
                return "<R><StackResources>%s</StackResources></R>".formatted(xml);
            }
            case "DescribeStackEvents" -> {
                named(name).forEach(stack -> {
                    if (fails.containsKey(stack.id())) {
                        xml.append(event("f", "CREATE_FAILED", fails.get(stack.id())));
                    }
                    for (int i = 0; i < events.get(stack.id()); i++) {
                        xml.append(event(String.valueOf(i), "CREATE_COMPLETE", ""));
                    }
                });
                return "<R><StackEvents>%s</StackEvents></R>".formatted(xml);
            }
            default -> {}
        }
        return "<R>%s</R>".formatted(xml);
    }

    private List<StackTemplate> named(String name) {
        return stacks.values().stream()
                .filter(stack -> stack.name().equals(name))
                .toList();
    }

    private static String event(String id, String status, String reason) {
        return ("<member><EventId>%s</EventId><LogicalResourceId>Jobs</LogicalResourceId><ResourceType>AWS::DynamoDB::Table"
                        + "</ResourceType><ResourceStatus>%s</ResourceStatus><ResourceStatusReason>%s</ResourceStatusReason></member>")
                .formatted(id, status, reason);
    }

    private void json(HttpExchange exchange, String target, String body) throws IOException {
        switch (target) {
            case "DynamoDB_20120810.ListTables" ->
                answer(
                        exchange,
                        200,
                        "{\"TableNames\":[%s]}"
                                .formatted(String.join(
                                        ",",
                                        tables.stream().map("\"%s\""::formatted).toList())));
            case "DynamoDB_20120810.DescribeTable" -> {
                boolean known = tables.stream().anyMatch(body::contains);
                answer(exchange, known ? 200 : 400, known ? "{}" : "{\"__type\":\"ResourceNotFoundException\"}");
            }
            case "AmazonSQS.GetQueueAttributes" -> answer(exchange, 200, body);
            case "AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken" ->
                answer(
                        exchange,
                        200,
                        "{\"authorizationData\": [{\"proxyEndpoint\": \"https://%s\"}]}".formatted(registry));
            default -> answer(exchange, 501, "not implemented");
        }
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
