package atlas.adapters;

import static java.util.Map.entry;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import atlas.app.Job;
import atlas.app.Poster;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A job as an item of the table. Times are numbers, seconds since 1970 with fractions, so that they compare in conditions. */
final class JobItem {
    private JobItem() {}

    static Map<String, AttributeValue> of(Job job, Duration kept) {
        Poster poster = job.poster();
        return Map.ofEntries(
                entry("id", fromS(job.id())),
                entry("zoom", number(poster.zoom())),
                entry("x", number(poster.x())),
                entry("y", number(poster.y())),
                entry("columns", number(poster.columns())),
                entry("rows", number(poster.rows())),
                entry("iterations", number(poster.iterations())),
                entry("state", state(job.state())),
                entry("attempt", number(job.attempt())),
                entry("createdAt", time(job.createdAt())),
                entry("leaseEnd", time(job.leaseEnd())),
                entry("reason", fromS(job.reason())),
                // Time to live takes whole seconds only.
                entry("expiresAt", number(job.createdAt().plus(kept).getEpochSecond())));
    }

    static Job job(Map<String, AttributeValue> item) {
        return new Job(
                item.get("id").s(),
                new Poster(
                        count(item, "zoom"),
                        count(item, "x"),
                        count(item, "y"),
                        count(item, "columns"),
                        count(item, "rows"),
                        count(item, "iterations")),
                Job.State.valueOf(item.get("state").s()),
                count(item, "attempt"),
                instant(item, "createdAt"),
                instant(item, "leaseEnd"),
                item.get("reason").s());
    }

    static AttributeValue state(Job.State state) {
        return fromS(state.name());
    }

    static AttributeValue number(long value) {
        return fromN(Long.toString(value));
    }

    static AttributeValue time(Instant instant) {
        return fromN(BigDecimal.valueOf(instant.getEpochSecond())
                .add(BigDecimal.valueOf(instant.getNano(), 9))
                .toPlainString());
    }

    private static int count(Map<String, AttributeValue> item, String name) {
        return Integer.parseInt(item.get(name).n());
    }

    private static Instant instant(Map<String, AttributeValue> item, String name) {
        BigDecimal seconds = new BigDecimal(item.get(name).n());
        return Instant.ofEpochSecond(
                seconds.longValue(),
                seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
    }
}
