package atlas.containers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.util.Optional;

/**
 * The ECS task that this server is part of, as the task metadata endpoint version 4 describes it.
 *
 * @param metadata what ECS puts into {@code ECS_CONTAINER_METADATA_URI_V4}
 */
record EcsTask(String metadata) {
    private static final int TIMEOUT_MILLIS = 1_000;

    /** The task's id and its availability zone; empty if the endpoint does not tell them within a second. */
    Optional<Place> place() {
        try {
            URLConnection connection = new URL(metadata + "/task").openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try (JsonParser task = new JsonFactory().createParser(connection.getInputStream())) {
                return place(task);
            }
        } catch (IOException unreachable) {
            return Optional.empty();
        }
    }

    private static Optional<Place> place(JsonParser task) throws IOException {
        String arn = "";
        String zone = "";
        task.nextToken();
        while (task.nextToken() == JsonToken.FIELD_NAME) {
            String field = task.currentName();
            task.nextToken();
            switch (field) {
                case "TaskARN" -> arn = task.getText();
                case "AvailabilityZone" -> zone = task.getText();
                default -> task.skipChildren();
            }
        }
        // the ARN ends in task/<cluster>/<id>
        return arn.isEmpty() || zone.isEmpty()
                ? Optional.empty()
                : Optional.of(new Place(arn.substring(arn.lastIndexOf('/') + 1), zone));
    }
}
