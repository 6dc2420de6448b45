package atlas.proof.rehearsal.probe;

import atlas.proof.rehearsal.aws.Answer;
import atlas.proof.rehearsal.aws.Aws;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Calls what the schedule calls, as it would at a full hour, and looks for the poster of that hour. */
record ScheduleProbe(Aws aws, String function, String bucket) implements Probe {
    /** The hour of "The whole set". */
    private static final String EVENT = "{\"scheduledAt\":\"1970-01-01T00:00:00Z\"}";

    /** Made by this machine's renderer (app, FeaturedPlace). */
    private static final String PIXELS = "1024x1024 6d71035621bc96a22b89418cd4177ed15747e00997d691da8e43b71fe7c93253";

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    @Override
    public String what() {
        return "the schedule's function, called with an hour";
    }

    @Override
    public String ask() throws IOException, InterruptedException {
        Posters posters = new Posters(aws, bucket);
        Set<String> before = posters.keys();
        Answer answer = aws.send(
                "lambda",
                "POST",
                "/2015-03-31/functions/%s/invocations".formatted(Aws.encode(function)),
                EVENT,
                Map.of("Content-Type", "application/json"),
                PATIENCE);
        if (!answer.isOk() || !answer.text().contains("\"outcome\"")) {
            throw new IOException("the function did not answer: " + answer.shortly());
        }
        byte[] poster = posters.await(before, Duration.ofSeconds(30))
                .orElseThrow(() -> new IOException("no poster came, though the function answered " + answer.shortly()));
        Pixels.require(PIXELS, poster);
        return "the function made the poster of the hour, pixel by pixel";
    }
}
