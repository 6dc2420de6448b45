package atlas.http;

import atlas.app.InvalidInput;
import atlas.app.Poster;
import atlas.app.Tile;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A poster as its requester writes it: one flat JSON object of whole numbers, {@code iterations} alone may be left out.
 * Read token by token, so whatever else the body holds is refused where it begins.
 */
public final class PosterOrder {
    private static final List<String> FIELDS = List.of("zoom", "x", "y", "columns", "rows", "iterations");
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(AtlasApi.MAX_BODY_BYTES)
                    .build())
            .build();

    private PosterOrder() {}

    /**
     * @throws InvalidInput if a value is missing or out of its range
     * @throws Problem if {@code body} is no such object
     */
    public static Poster parse(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            Map<String, Integer> values = values(parser);
            return new Poster(
                    required(values, "zoom"),
                    required(values, "x"),
                    required(values, "y"),
                    required(values, "columns"),
                    required(values, "rows"),
                    values.getOrDefault("iterations", Tile.DEFAULT_ITERATIONS));
        } catch (StreamReadException e) {
            throw new Problem(
                    Status.BAD_REQUEST, "the body must be one JSON object; it stops being one at " + place(e));
        } catch (IOException e) {
            throw new Problem(Status.BAD_REQUEST, "the body must be one JSON object in UTF-8");
        }
    }

    private static Map<String, Integer> values(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new Problem(Status.BAD_REQUEST, "the body must be one JSON object");
        }
        var values = new LinkedHashMap<String, Integer>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            if (!FIELDS.contains(field)) {
                throw new Problem(
                        Status.BAD_REQUEST,
                        Excerpt.of(field, 40),
                        "there is no such field; the fields are " + String.join(", ", FIELDS));
            }
            values.put(field, wholeNumber(parser, field));
        }
        if (parser.nextToken() != null) {
            throw new Problem(Status.BAD_REQUEST, "the body must be one JSON object and nothing after it");
        }
        return values;
    }

    private static int wholeNumber(JsonParser parser, String field) throws IOException {
        if (parser.nextToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new InvalidInput(field, "%s must be a whole number, got %s".formatted(field, found(parser)));
        }
        return Numbers.narrow(field, parser.getBigIntegerValue());
    }

    private static String found(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> '"' + Excerpt.of(parser.getText(), 40) + '"';
            default -> Excerpt.of(parser.getText(), 40);
        };
    }

    private static int required(Map<String, Integer> values, String field) {
        Integer value = values.get(field);
        if (value == null) {
            throw new InvalidInput(field, field + " is missing; a poster needs zoom, x, y, columns and rows");
        }
        return value;
    }

    private static String place(StreamReadException e) {
        return "line %d, column %d"
                .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }
}
