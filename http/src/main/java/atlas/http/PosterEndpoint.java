package atlas.http;

import atlas.app.Job;
import atlas.app.Poster;
import atlas.app.Posters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Orders for posters, and what became of them. */
final class PosterEndpoint {
    private static final Pattern JSON = Pattern.compile("application/json *(;.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    /** The image of a finished job does not change, but it is gone one day; so not for a year, and for no shared cache. */
    private static final String A_WHILE = "private, max-age=3600";

    private final Posters posters;

    PosterEndpoint(Posters posters) {
        this.posters = posters;
    }

    Response submit(Call call) {
        Request request = call.request();
        if (request.header("Content-Type")
                .filter(type -> JSON.matcher(type).matches())
                .isEmpty()) {
            throw new Problem(
                    Status.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Type",
                    "the body's type must be application/json; try -H 'Content-Type: application/json'");
        }
        Optional<String> key = request.header("Idempotency-Key");
        if (key.filter(text -> !KEY.matcher(text).matches()).isPresent()) {
            throw new Problem(
                    Status.BAD_REQUEST,
                    "Idempotency-Key",
                    "an idempotency key is 1 to 128 visible ASCII characters without spaces");
        }
        Poster poster = PosterOrder.parse(request.body());
        Job job = posters.submit(poster, key);
        return Json.response(202, fields(job, call.prefix())).with("Location", path(job, call.prefix()));
    }

    Response state(Call call) {
        return Json.response(200, fields(find(call), call.prefix()));
    }

    Response image(Call call) {
        Job job = find(call);
        byte[] png = posters.image(job.id())
                .orElseThrow(
                        () -> new Problem(Status.NOT_FOUND, "there is no image of this poster: it is " + state(job)));
        return new Response(200, Map.of("Content-Type", "image/png", "Cache-Control", A_WHILE), png);
    }

    private Job find(Call call) {
        return posters.find(call.captures().get(0))
                .orElseThrow(() -> new Problem(Status.NOT_FOUND, "id", "there is no poster with this id"));
    }

    private static Map<String, Object> fields(Job job, String prefix) {
        Poster poster = job.poster();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", job.id());
        fields.put("state", state(job));
        fields.put("createdAt", job.createdAt().toString());
        fields.put("zoom", poster.zoom());
        fields.put("x", poster.x());
        fields.put("y", poster.y());
        fields.put("columns", poster.columns());
        fields.put("rows", poster.rows());
        fields.put("iterations", poster.iterations());
        if (job.state() == Job.State.DONE) {
            fields.put("image", path(job, prefix) + ".png");
        }
        if (job.state() == Job.State.FAILED) {
            fields.put("reason", job.reason());
        }
        return fields;
    }

    private static String path(Job job, String prefix) {
        return prefix + "/posters/" + job.id();
    }

    private static String state(Job job) {
        return job.state().name().toLowerCase(Locale.ROOT);
    }
}
