package atlas.infra.cdn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.template.Assembly;
import atlas.infra.template.Json;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import atlas.infra.template.ValueText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The site closed to all but some: the template, and the function at the edge run for real, by Node. */
class AllowCidrTest {
    private static final List<String> RANGES = List.of("203.0.113.0/24", "10.20.0.0/14", "198.51.100.7/32");

    private static StackTemplate closed;
    private static String code;

    @BeforeAll
    static void synthesize() {
        closed = Assembly.with("allowCidr=" + String.join(",", RANGES)).stack("Cdn");
        code = closed.only("AWS::CloudFront::Function").get("/FunctionCode").asText();
    }

    @Test
    void standsBeforePageAndOptionsAlike() {
        Resource distribution = closed.only("AWS::CloudFront::Distribution");
        Stream.concat(
                        Json.elements(distribution.get("/DistributionConfig/CacheBehaviors")),
                        Stream.of(distribution.get("/DistributionConfig/DefaultCacheBehavior")))
                .forEach(behaviour -> assertEquals(
                        "EventType viewer-request, FunctionARN ${EdgePoliciesAllowCidrFunction.FunctionARN}",
                        ValueText.of(behaviour.path("FunctionAssociations"))));
    }

    /** Ranges are IPv4: a viewer by IPv6 has no address that could be in one. */
    @Test
    void takesIpv6Away() {
        Resource distribution = closed.only("AWS::CloudFront::Distribution");

        assertEquals("false", distribution.text("/DistributionConfig/IPV6Enabled"));
    }

    @Test
    void isAbsentWhenEverybodyMayComeIn() {
        StackTemplate open = Assembly.with().stack("Cdn");

        open.assertions().resourceCountIs("AWS::CloudFront::Function", 0);
        assertEquals("true", open.only("AWS::CloudFront::Distribution").text("/DistributionConfig/IPV6Enabled"));
    }

    /** Functions close their own door, since the HTTP API has none; the edge shows them whom it has checked. */
    @Test
    void tellsTheHttpApiAndNobodyElseThatItHasLooked() {
        List<JsonNode> origins = Json.elements(
                        closed.only("AWS::CloudFront::Distribution").get("/DistributionConfig/Origins"))
                .filter(origin -> origin.has("OriginCustomHeaders"))
                .toList();

        assertEquals(1, origins.size());
        assertTrue(ValueText.of(origins.get(0).path("DomainName")).startsWith("${HttpApi/Api}.execute-api."));
        assertEquals(
                "HeaderName x-atlas-edge, HeaderValue"
                        + " {{resolve:secretsmanager:${HttpApi/EdgeSecret}:SecretString:::}}",
                ValueText.of(origins.get(0).path("OriginCustomHeaders")));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.0, true",
        "203.0.113.255, true",
        "203.0.112.255, false",
        "203.0.114.0, false",
        "10.20.0.0, true",
        "10.23.255.255, true",
        "10.24.0.0, false",
        "10.19.255.255, false",
        "198.51.100.7, true",
        "198.51.100.8, false",
        "0.0.0.0, false",
        "255.255.255.255, false",
        "2001:db8::1, false",
        "::ffff:203.0.113.7, false",
    })
    void closedToEverybodyElse(String viewer, boolean admitted) throws Exception {
        assertEquals(List.of(admitted), admits(List.of(viewer)));
    }

    @Test
    void agreesWithTheLeadingBitsForAnyAddress() throws Exception {
        Random random = new Random(7);
        List<String> viewers = new ArrayList<>();
        List<Boolean> expected = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            // Half of them near a range, where a mistake would show.
            int address = i % 2 == 0 ? random.nextInt() : (10 << 24 | 20 << 16) + random.nextInt(1 << 20) - (1 << 18);
            viewers.add(
                    "%d.%d.%d.%d".formatted(address >>> 24, address >>> 16 & 255, address >>> 8 & 255, address & 255));
            expected.add((address & -1 << 8) == (203 << 24 | 113 << 8)
                    || (address & -1 << 18) == (10 << 24 | 20 << 16)
                    || address == (198 << 24 | 51 << 16 | 100 << 8 | 7));
        }

        assertEquals(expected, admits(viewers));
    }

    @Test
    void answersTheOthersInTheAppsWords() throws Exception {
        JsonNode refusal = node("""
                console.log(JSON.stringify(handler({ viewer: { ip: '192.0.2.1' }, request: {} })));
                """);

        assertEquals(403, refusal.path("statusCode").asInt());
        assertEquals(
                "application/problem+json",
                refusal.at("/headers/content-type/value").asText());
        assertEquals("no-store", refusal.at("/headers/cache-control/value").asText());
        assertEquals(
                403,
                new ObjectMapper()
                        .readTree(refusal.path("body").asText())
                        .path("status")
                        .asInt());
    }

    private static List<Boolean> admits(List<String> viewers) throws Exception {
        JsonNode answers = node("""
                const request = { uri: '/' };
                console.log(JSON.stringify(%s.map(ip => handler({ viewer: { ip: ip }, request: request }) === request)));
                """.formatted(new ObjectMapper().writeValueAsString(viewers)));
        return Json.elements(answers).map(JsonNode::asBoolean).toList();
    }

    private static JsonNode node(String script) throws IOException, InterruptedException {
        Process node = new ProcessBuilder("node", "-").redirectErrorStream(true).start();
        try {
            node.getOutputStream().write((code + "\n" + script).getBytes(StandardCharsets.UTF_8));
            node.getOutputStream().close();
            String printed = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(node.waitFor(20, TimeUnit.SECONDS), "node does not end");
            assertEquals(0, node.exitValue(), printed);
            return new ObjectMapper().readTree(printed);
        } finally {
            node.destroyForcibly();
        }
    }
}
