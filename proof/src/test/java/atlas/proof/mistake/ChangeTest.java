package atlas.proof.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.compare.BadInput;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ChangeTest {
    private final ObjectNode template = (ObjectNode) json("""
            {"Resources": {
              "Queue0DB8A1C2": {"Type": "AWS::SQS::Queue", "Properties": {"Tags": [{"Key": "a"}, {"Key": "b"}]}},
              "TwinAAAAAAAA": {}, "TwinBBBBBBBB": {}
            }}""");

    @Test
    void findsAResourceWithoutItsHash() {
        change("Queue/Properties/DelaySeconds", "5");

        assertEquals(
                5,
                template.at("/Resources/Queue0DB8A1C2/Properties/DelaySeconds").asInt());
    }

    @Test
    void takesOutPutsInPlaceAndAppends() {
        change("Queue/Properties/Tags/0", "null");
        change("Queue/Properties/Tags/0", "{\"Key\": \"c\"}");
        change("Queue/Properties/Tags/+", "{\"Key\": \"d\"}");
        change("Queue/Type", "null");

        assertEquals(
                json("{\"Properties\": {\"Tags\": [{\"Key\": \"c\"}, {\"Key\": \"d\"}]}}"),
                template.at("/Resources/Queue0DB8A1C2"));
    }

    @Test
    void makesNewResourcesWhoseReferencesNameOthersWithoutTheirHash() {
        change(
                "New",
                "{\"DependsOn\": [\"Queue\"], \"P\": [{\"Ref\": \"Queue\"}, {\"Fn::GetAtt\": [\"Queue\", \"Arn\"]}]}");

        assertEquals(
                json("{\"DependsOn\": [\"Queue0DB8A1C2\"],"
                        + " \"P\": [{\"Ref\": \"Queue0DB8A1C2\"}, {\"Fn::GetAtt\": [\"Queue0DB8A1C2\", \"Arn\"]}]}"),
                template.at("/Resources/New"));
    }

    @Test
    void reachesOtherPartsOfTheTemplate() {
        template.putObject("Outputs");
        change("Outputs/Url", "{\"Value\": 1}");

        assertEquals(1, template.at("/Outputs/Url/Value").asInt());
    }

    /** A mistake that changes nothing any more would be caught by nobody, or for another reason. */
    @Test
    void refusesWhatIsNotThere() {
        assertEquals("there is nothing to change at Queue/Nothing/Tags", refused("Queue/Nothing/Tags", "1"));
        assertEquals("there is nothing to change at Queue/Nothing", refused("Queue/Nothing", "null"));
        assertEquals("Twin could be any of TwinAAAAAAAA, TwinBBBBBBBB", refused("Twin/Type", "1"));
    }

    private String refused(String place, String value) {
        return assertThrows(BadInput.class, () -> change(place, value)).getMessage();
    }

    private void change(String place, String value) {
        new Change(template).put(place, json(value));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
