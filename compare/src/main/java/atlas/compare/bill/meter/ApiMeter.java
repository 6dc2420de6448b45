package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.template.Resource;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** API Gateway: requests of REST APIs, and of HTTP APIs in pieces of 512 KB. */
final class ApiMeter implements Meter {
    private static final BigDecimal PIECE = BigDecimal.valueOf(512 * 1024);

    @Override
    public void read(Resource api, Tally tally) {
        boolean isRest = api.is("AWS::ApiGateway::RestApi");
        if (api.at("ProtocolType").is("WEBSOCKET")) {
            tally.needsUsage(api, "messages, and how long connections last");
            return;
        }
        if (!tally.usage().path().passes(api)) {
            tally.needsUsage(api, "requests");
            return;
        }
        Quantity requests = Quantity.of(tally.usage().requestsAt(api), "requests");
        tally.line(
                api,
                "API requests",
                Group.PER_REQUEST,
                isRest ? requests : inPieces(requests, tally),
                isRest ? "apigw:rest" : "apigw:http");
        boolean isPrivate =
                api.at("EndpointConfiguration", "Types").items().stream().anyMatch(type -> type.is("PRIVATE"));
        if (!isPrivate) {
            Traffic.out(tally, api);
        }
    }

    private static Quantity inPieces(Quantity requests, Tally tally) {
        BigDecimal pieces = tally.usage()
                .workload()
                .responseBytes()
                .divide(PIECE, 0, RoundingMode.CEILING)
                .max(BigDecimal.ONE);
        return requests.times(pieces, pieces.equals(BigDecimal.ONE) ? "piece" : "pieces");
    }

    /** Of a REST API: nothing, but for a cache. */
    static void stage(Resource stage, Tally tally) {
        if (stage.at("CacheClusterEnabled").isTrueOr(false)) {
            String gigabytes = stage.at("CacheClusterSize").textOr("0.5");
            tally.line(
                    stage,
                    "cache of %s GB".formatted(gigabytes),
                    Group.ALWAYS_ON,
                    tally.hours(),
                    "apigw:rest:cache-%sGB".formatted(gigabytes));
        }
    }

    /** The address of a function: free, but for what goes out of it. */
    static void functionUrl(Resource url, Tally tally) {
        if (tally.usage().path().passes(url)) {
            Traffic.out(tally, url);
        }
    }
}
