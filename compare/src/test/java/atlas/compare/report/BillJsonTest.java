package atlas.compare.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.Written;
import atlas.compare.bill.Biller;
import atlas.compare.bill.Terms;
import atlas.compare.prices.PriceBooks;
import atlas.compare.workload.WorkloadFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People script against it: what is here may grow, and stays as it is. */
class BillJsonTest {
    private static final String TEXT = Json.pretty(BillJson.of(new Biller(Written.setUp("""
                    Resources:
                      Answer: {Type: AWS::Lambda::Function, Properties: {MemorySize: 512, ReservedConcurrentExecutions: 1}}
                      Url: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !GetAtt Answer.Arn}}
                      Secret: {Type: AWS::SecretsManager::Secret}
                      Bucket: {Type: AWS::S3::Bucket}
                      Broker: {Type: AWS::MSK::Cluster}
                    """))
            .bill(Terms.of(PriceBooks.of("us-east-1"), WorkloadFile.read("steady-api"))
                    .at(new BigDecimal("50")))));

    private static final JsonNode BILL = read(TEXT);

    private static JsonNode read(String text) {
        try {
            return new ObjectMapper()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void hasTheFieldsThatAreDocumented() {
        assertEquals(
                List.of(
                        "region",
                        "currency",
                        "workload",
                        "monthlyTotal",
                        "alwaysOn",
                        "perRequest",
                        "oftenForgotten",
                        "lines",
                        "notPriced",
                        "complete",
                        "needsUsage",
                        "cannotCarry"),
                names(BILL));
        assertEquals(
                List.of(
                        "resource",
                        "item",
                        "quantity",
                        "unit",
                        "unitPrice",
                        "amount",
                        "formula",
                        "priceKey",
                        "confidence",
                        "group"),
                names(BILL.path("lines").path(0)));
        assertEquals(
                List.of("resource", "type", "why"), names(BILL.path("notPriced").path(0)));
        assertEquals(
                List.of("resource", "type", "usage"),
                names(BILL.path("needsUsage").path(0)));
    }

    @Test
    void saysWhatWasAsked() {
        assertEquals("us-east-1", BILL.path("region").textValue());
        assertEquals("USD", BILL.path("currency").textValue());
        assertEquals("steady API", BILL.path("workload").textValue());
    }

    @Test
    void hasALineWithAllThatMakesIt() {
        JsonNode calls = line("calls");

        assertEquals("Answer", calls.path("resource").textValue());
        assertEquals(new BigDecimal("131400000"), calls.path("quantity").decimalValue());
        assertEquals("request", calls.path("unit").textValue());
        assertEquals("0.0000002", calls.path("unitPrice").decimalValue().toPlainString());
        assertEquals(new BigDecimal("26.28"), calls.path("amount").decimalValue());
        assertEquals("131400000 requests x 0.0000002", calls.path("formula").textValue());
        assertEquals("lambda:requests", calls.path("priceKey").textValue());
        assertEquals("read", calls.path("confidence").textValue());
        assertEquals("perRequest", calls.path("group").textValue());
        assertEquals("alwaysOn", line("secret").path("group").textValue());
        assertEquals("oftenForgotten", line("data out").path("group").textValue());
    }

    @Test
    void addsUp() {
        BigDecimal groups = BILL.path("alwaysOn")
                .decimalValue()
                .add(BILL.path("perRequest").decimalValue())
                .add(BILL.path("oftenForgotten").decimalValue());

        assertEquals(0, BILL.path("monthlyTotal").decimalValue().compareTo(groups));
    }

    /** For whoever reads them with anything but a JSON library. */
    @Test
    void writesNumbersWithoutExponents() {
        assertTrue(TEXT.contains("\"unitPrice\" : 0.0000002,"), TEXT);
        assertFalse(TEXT.matches("(?s).*: -?[0-9.]+[eE].*"), TEXT);
    }

    @Test
    void saysWhatIsMissing() {
        assertFalse(BILL.path("complete").booleanValue());
        assertEquals(
                "AWS::MSK::Cluster", BILL.path("notPriced").path(0).path("type").textValue());
        assertEquals(
                "hours of its brokers, storage: no price",
                BILL.path("notPriced").path(0).path("why").textValue());
        assertEquals(
                "gigabytes stored, requests",
                BILL.path("needsUsage").path(0).path("usage").textValue());
        assertEquals(
                "it needs 8 environments at once, and the template reserves 1",
                BILL.path("cannotCarry").path(0).textValue());
    }

    private static JsonNode line(String item) {
        for (JsonNode line : BILL.path("lines")) {
            if (line.path("item").asText().equals(item)) {
                return line;
            }
        }
        throw new AssertionError("no line " + item + " in " + TEXT);
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
