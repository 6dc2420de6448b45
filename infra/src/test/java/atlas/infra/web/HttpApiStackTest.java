package atlas.infra.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.template.Assembly;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HttpApiStackTest {
    private static StackTemplate httpApi;

    @BeforeAll
    static void synthesize() {
        httpApi = Assembly.with().stack("HttpApi");
    }

    /** It is open to the world, and functions have no reserved concurrency in the sandbox. */
    @Test
    void throttlesWhatReachesTheFunctions() {
        assertEquals("50", stage().text("/DefaultRouteSettings/ThrottlingRateLimit"));
        assertEquals("100", stage().text("/DefaultRouteSettings/ThrottlingBurstLimit"));
    }

    /** Options add their routes from their own stacks: no deployment of this one follows them. */
    @Test
    void takesRoutesIntoUseByItself() {
        assertEquals("$default", stage().text("/StageName"));
        assertEquals("true", stage().text("/AutoDeploy"));
        httpApi.assertions().resourceCountIs("AWS::ApiGatewayV2::Route", 0);
    }

    @Test
    void logsWhoAskedForWhatAsJson() throws JsonProcessingException {
        JsonNode line = new ObjectMapper().readTree(stage().text("/AccessLogSettings/Format"));

        assertEquals("${AccessLogs.Arn}", stage().text("/AccessLogSettings/DestinationArn"));
        assertEquals("$context.identity.sourceIp", line.path("ip").asText());
        assertEquals("$context.status", line.path("status").asText());
        assertEquals(
                "$context.integrationErrorMessage",
                line.path("integrationError").asText());
        // API Gateway refuses a format without it.
        assertTrue(Set.of("$context.requestId", "$context.extendedRequestId")
                .contains(line.path("requestId").asText()));
    }

    /** Whatever is set: a distribution whose secret is gone could not be updated any more. */
    @Test
    void hasASecretToShareWithTheEdge() {
        Resource secret = httpApi.only("AWS::SecretsManager::Secret");

        assertEquals("40", secret.text("/GenerateSecretString/PasswordLength"));
        assertEquals("true", secret.text("/GenerateSecretString/ExcludePunctuation"));
        assertEquals("Delete", secret.json().path("DeletionPolicy").asText());
    }

    @Test
    void isTheSameOpenAndClosed() {
        assertEquals(
                httpApi.json(),
                Assembly.with("allowCidr=203.0.113.0/24").stack("HttpApi").json());
    }

    @Test
    void exportsAFixedSet() {
        assertEquals(List.of("${Api}", "${EdgeSecret}"), httpApi.exports());
    }

    private static Resource stage() {
        return httpApi.only("AWS::ApiGatewayV2::Stage");
    }
}
