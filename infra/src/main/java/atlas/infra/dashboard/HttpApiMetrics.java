package atlas.infra.dashboard;

import software.amazon.awscdk.services.apigatewayv2.IHttpApi;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

/** What API Gateway counts of an API. Its metrics know it by its id alone, so here is no searching by name. */
public final class HttpApiMetrics {
    private final IHttpApi api;

    public HttpApiMetrics(IHttpApi api) {
        this.api = api;
    }

    public IMetric requests() {
        return api.metricCount(options("requests", "Sum"));
    }

    /**
     * From API Gateway to the function and back, with the start of an environment where one had to start.
     *
     * @param percentile such as p99
     */
    public IMetric integrationLatency(String percentile) {
        return api.metricIntegrationLatency(options(percentile, percentile));
    }

    public IMetric errors() {
        return api.metricServerError(options("5xx", "Sum"));
    }

    private static MetricOptions options(String label, String statistic) {
        return MetricOptions.builder()
                .label(label)
                .statistic(statistic)
                .period(Row.PERIOD)
                .build();
    }
}
