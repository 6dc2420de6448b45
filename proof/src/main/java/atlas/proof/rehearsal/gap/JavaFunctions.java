package atlas.proof.rehearsal.gap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

final class JavaFunctions implements TemplateGap {
    /** As Lambda starts the managed runtime, on the java of this machine. */
    private static final String BOOTSTRAP = """
            #!/bin/sh
            exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$LAMBDA_TASK_ROOT:$LAMBDA_TASK_ROOT/lib/*:%s" \\
              com.amazonaws.services.lambda.runtime.api.client.AWSLambda "$_HANDLER"
            """;

    @Override
    public String emulator() {
        return "ministack";
    }

    @Override
    public String name() {
        return "Java functions";
    }

    @Override
    public String reason() {
        return "without Docker ministack runs no Java function, but programs of a custom runtime: the same jar is started under"
                + " AWS's own runtime interface client by such a program, and without SnapStart";
    }

    @Override
    public boolean bridge(ObjectNode template, Assets assets) throws IOException {
        boolean changed = false;
        for (JsonNode resource : template.path("Resources")) {
            if (resource.path("Type").asText().equals("AWS::Lambda::Function")
                    && resource.path("Properties").path("Runtime").asText().startsWith("java")) {
                ObjectNode properties = (ObjectNode) resource.path("Properties");
                properties.put("Runtime", "provided.al2023").remove("SnapStart");
                assets.add(
                        "asset." + properties.path("Code").path("S3Key").asText(),
                        "bootstrap",
                        BOOTSTRAP.formatted(assets.lambdaRuntime()));
                changed = true;
            }
        }
        return changed;
    }
}
