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
        Quantity requests = Quantity.of(tally.usage().requests(), "requests");
        tally.line(
                api,
                "API requests",
                Group.PER_REQUEST,
                isRest ? requests : requests.times(pieces(tally), "pieces"),
                isRest ? "apigw:rest" : "apigw:http");
        Traffic.out(tally, api);
    }

    private static BigDecimal pieces(Tally tally) {
        return tally.usage()
                .workload()
                .responseBytes()
                .divide(PIECE, 0, RoundingMode.CEILING)
                .max(BigDecimal.ONE);
    }
}
