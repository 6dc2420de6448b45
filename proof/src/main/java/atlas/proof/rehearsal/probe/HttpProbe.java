package atlas.proof.rehearsal.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks for health, a tile and a poster, through the first door behind which the option answers.
 *
 * @param option whose answers count
 * @param path of the option, such as /ecs-fargate/
 * @param patience how long it may take to be healthy, and then to make a poster
 */
record HttpProbe(String option, String path, List<Door> doors, Duration patience) implements Probe {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TILE = "tiles/3/2/3.png?iterations=100";

    /** Made by this machine's renderer (app, Renderer). */
    static final String PIXELS = "256x256 e12d372e3a8fba3d69a6be777c8429f3c305fd6a0ee5447a8753af0f2a78e17a";

    private static final String ORDER = "{\"zoom\":2,\"x\":0,\"y\":1,\"columns\":4,\"rows\":2}";

    @Override
    public String what() {
        return "%shealth, a tile and a poster".formatted(path);
    }

    @Override
    public String ask() throws IOException, InterruptedException {
        Door door = open();
        HttpResponse<byte[]> tile = door.get(path + TILE);
        require(tile, 200, "a tile");
        Pixels.require(PIXELS, tile.body());
        HttpResponse<byte[]> order = door.post(path + "posters", ORDER);
        require(order, 202, "an order for a poster");
        String id = MAPPER.readTree(order.body()).path("id").asText();
        String image = finished(door, id);
        HttpResponse<byte[]> poster = door.get(image);
        require(poster, 200, "the poster");
        Pixels.require(S3EventProbe.PIXELS, poster.body());
        return "healthy, a tile and a poster pixel by pixel, through " + door.name();
    }

    private Door open() throws IOException, InterruptedException {
        Map<String, String> refusals = new LinkedHashMap<>();
        long deadline = System.nanoTime() + patience.toNanos();
        do {
            for (Door door : doors) {
                String refusal = refusal(door);
                if (refusal.isEmpty()) {
                    return door;
                }
                refusals.put(door.name(), refusal);
            }
            Thread.sleep(1000);
        } while (System.nanoTime() < deadline);
        throw new IOException("it does not answer: " + refusals);
    }

    /** Empty when it is the option that answers there, and well. */
    private String refusal(Door door) throws InterruptedException {
        try {
            HttpResponse<byte[]> health = door.get(path + "health");
            if (health.statusCode() != 200) {
                return "HTTP " + health.statusCode();
            }
            JsonNode info = MAPPER.readTree(door.get(path).body());
            String answering = info.path("option").asText();
            return answering.equals(option) ? "" : "another answers, " + answering;
        } catch (IOException unreachable) {
            return unreachable.toString();
        }
    }

    private String finished(Door door, String id) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        String seen = "";
        do {
            HttpResponse<byte[]> job = door.get(path + "posters/" + id);
            require(job, 200, "the state of a poster");
            JsonNode state = MAPPER.readTree(job.body());
            if (state.has("image")) {
                return state.path("image").asText();
            }
            seen = state.path("state").asText();
            Thread.sleep(500);
        } while (System.nanoTime() < deadline && !seen.equals("failed"));
        throw new IOException("the poster did not come, it is still " + seen);
    }

    private static void require(HttpResponse<byte[]> response, int status, String what) throws IOException {
        if (response.statusCode() != status) {
            String body = new String(response.body(), StandardCharsets.UTF_8).replaceAll("\\s+", " ");
            throw new IOException("%s was answered with %d: %s"
                    .formatted(what, response.statusCode(), body.substring(0, Math.min(160, body.length()))));
        }
    }
}
