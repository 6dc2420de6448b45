package atlas.compare.capacity;

import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How full nodes are when another one comes, as the manifests in a template say: pods ask for CPU, a HorizontalPodAutoscaler
 * keeps them at a share of it, and its most pods on the most nodes are as many as a node carries.
 */
final class Pods {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
    private static final BigDecimal MILLI = BigDecimal.valueOf(1000);

    private final List<JsonNode> objects = new ArrayList<>();

    Pods(SetUp setUp) {
        setUp.resources("Custom::AWSCDK-EKS-KubernetesResource").forEach(this::read);
    }

    /** The manifest is JSON in a text; what only a deployment knows of it is left blank. */
    private void read(Resource manifest) {
        try {
            MAPPER.readTree(text(manifest.at("Manifest"))).forEach(objects::add);
        } catch (JsonProcessingException unreadable) {
            // What its pods want is then not known, and nodes count as used in full.
        }
    }

    private static String text(Value manifest) {
        StringBuilder text = new StringBuilder(manifest.text().orElse(""));
        manifest.json().path("Fn::Join").path(1).forEach(part -> text.append(part.isTextual() ? part.asText() : ""));
        return text.toString();
    }

    /** @param most nodes there may be */
    Scaling scaling(BigDecimal vcpu, int most) {
        return kind("HorizontalPodAutoscaler")
                .flatMap(autoscaler -> target(autoscaler)
                        .flatMap(target -> request().map(request -> request.multiply(target)
                                .multiply(BigDecimal.valueOf(
                                        autoscaler.at("/spec/maxReplicas").asInt()))
                                .divide(vcpu.multiply(BigDecimal.valueOf(Math.max(1, most))), MathContext.DECIMAL64))))
                .filter(share -> share.signum() > 0)
                .map(share -> new Scaling(Optional.of(share.min(BigDecimal.ONE)), Optional.empty()))
                .orElse(Scaling.NONE);
    }

    private Optional<JsonNode> kind(String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .findFirst();
    }

    /** As a share of what a pod asks for. */
    private static Optional<BigDecimal> target(JsonNode autoscaler) {
        for (JsonNode metric : autoscaler.at("/spec/metrics")) {
            JsonNode target = metric.at("/resource/target/averageUtilization");
            if (metric.at("/resource/name").asText().equals("cpu") && target.isNumber()) {
                return Optional.of(target.decimalValue().divide(PERCENT));
            }
        }
        return Optional.empty();
    }

    /** In vCPU: 500m are half of one. */
    private Optional<BigDecimal> request() {
        return kind("Deployment")
                .map(deployment -> deployment
                        .at("/spec/template/spec/containers/0/resources/requests/cpu")
                        .asText())
                .filter(cpu -> cpu.matches("\\d{1,9}(\\.\\d{1,9})?|\\d{1,9}m"))
                .map(cpu -> cpu.endsWith("m")
                        ? new BigDecimal(cpu.substring(0, cpu.length() - 1)).divide(MILLI, MathContext.DECIMAL64)
                        : new BigDecimal(cpu));
    }
}
