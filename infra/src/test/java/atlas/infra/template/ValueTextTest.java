package atlas.infra.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"text\" | text",
                "3 | 3",
                "true | true",
                "[\"a\", 1] | a, 1",
                "{\"b\": 2, \"a\": [1, 2]} | a 1, 2, b 2",
                "{\"Ref\": \"AWS::Region\"} | ${AWS::Region}",
                "{\"Ref\": \"Vpc8378EB38\"} | ${Vpc}",
                "{\"Ref\": \"Group\"} | ${Group}",
                "{\"Fn::GetAtt\": [\"JobsDF1CC2D4\", \"Arn\"]} | ${Jobs.Arn}",
                "{\"Fn::Sub\": \"${AWS::AccountId}.dkr\"} | ${AWS::AccountId}.dkr",
                "{\"Fn::Join\": [\"/\", [\"a\", {\"Ref\": \"B01234567\"}]]} | a/${B}",
                "{\"Fn::Select\": [0, {\"Fn::GetAZs\": \"\"}]} | Select(0, GetAZs())",
                "{\"Fn::ImportValue\": \"AtlasNetwork:ExportsOutputRefVpc8378EB38272D6E3A\"} | ${Network/Vpc}",
                "{\"Fn::ImportValue\": \"AtlasDatabase:ExportsOutputFnGetAttJobsDF1CC2D4Arn85C9CFC3\"}"
                        + " | ${Database/Jobs.Arn}",
                "{\"Fn::ImportValue\": \"SomebodyElses\"} | ${SomebodyElses}",
                "\"05b23a6d74ce5bc1e3035796a2739307c6a7e782646c3012f354bc2c542b37c0.zip\" | <asset>.zip",
            })
    void reads(String json, String text) throws JsonProcessingException {
        assertEquals(text, ValueText.of(new ObjectMapper().readTree(json)));
    }

    @ParameterizedTest
    @CsvSource({
        "Vpc8378EB38, Vpc",
        "RequestsCurrentVersion0DB6A1BE0df7d1ce2235eb843f4ff87980e096bb, RequestsCurrentVersion",
        "Group, Group",
        "ABCDEF01, ABCDEF01",
    })
    void dropsTheHashOfALogicalId(String logicalId, String name) {
        assertEquals(name, ValueText.idWithoutHash(logicalId));
    }

    /** A script is reviewed in its own file. */
    @Test
    void countsTheLinesOfAScript() throws JsonProcessingException {
        String script = "\"" + "echo hello\\n".repeat(40) + "\"";

        assertEquals("<40 lines>", ValueText.of(new ObjectMapper().readTree(script)));
        assertEquals("one\\ntwo", ValueText.of(new ObjectMapper().readTree("\"one\\ntwo\"")));
    }
}
