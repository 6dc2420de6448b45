package atlas.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/** JSON of any shape, with CloudFormation's functions sprinkled in, right and wrong. */
public final class AnyJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 4;

    private static final List<String> FUNCTIONS = List.of(
            "Ref",
            "Ref",
            "Fn::GetAtt",
            "Fn::If",
            "Fn::FindInMap",
            "Fn::Join",
            "Fn::Split",
            "Fn::Select",
            "Fn::Sub",
            "Fn::ImportValue",
            "Fn::Equals",
            "Fn::And",
            "Fn::Not",
            "Fn::GetAZs",
            "Fn::Base64",
            "Fn::ForEach::X",
            "Condition");

    private static final List<String> TEXTS = List.of(
            "A",
            "B",
            "C",
            "A.Arn",
            "",
            "true",
            "0",
            "-1",
            "2.5",
            "99999999999999999999",
            "1e9",
            "${A}",
            "${B.Arn}x${!C}",
            "${",
            "a,b",
            "AWS::Region",
            "AWS::NoValue",
            "AWS::AccountId",
            "rate(0 minutes)",
            "*a",
            "&a b",
            "- x\n\t'\"\\ü");

    private static final List<BigDecimal> NUMBERS = List.of(
            BigDecimal.ZERO,
            BigDecimal.ONE,
            new BigDecimal(3),
            new BigDecimal(512),
            new BigDecimal("-7"),
            new BigDecimal("0.000000000001"),
            new BigDecimal("1e400"),
            new BigDecimal(Integer.MAX_VALUE),
            new BigDecimal(Long.MAX_VALUE));

    private AnyJson() {}

    public static JsonNode value(Random random) {
        return value(random, random.nextInt(DEEPEST + 1));
    }

    private static JsonNode value(Random random, int depth) {
        return switch (depth == 0 ? random.nextInt(4) : random.nextInt(10)) {
            case 0, 1 -> JSON.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
            case 2 -> JSON.numberNode(NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 3 -> random.nextBoolean() ? JSON.booleanNode(random.nextBoolean()) : JSON.nullNode();
            case 4, 5 -> array(random, depth - 1);
            case 6 -> object(random, depth - 1);
            default -> call(random, depth - 1);
        };
    }

    private static JsonNode call(Random random, int depth) {
        return JSON.objectNode().set(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())), value(random, depth));
    }

    private static JsonNode array(Random random, int depth) {
        ArrayNode array = JSON.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            array.add(value(random, depth));
        }
        return array;
    }

    private static JsonNode object(Random random, int depth) {
        ObjectNode object = JSON.objectNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            object.set(TEXTS.get(random.nextInt(TEXTS.size())), value(random, depth));
        }
        return object;
    }
}
