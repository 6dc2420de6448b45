package atlas.infra.guard;

import atlas.infra.template.Assembly;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.cloudformation.include.CfnInclude;

/**
 * Runs cdk-nag's rules for AWS solutions over templates that have been written. On the constructs themselves it would hide
 * what they accept, and a reason that is no longer needed would never be noticed.
 */
final class CdkNag {
    private CdkNag() {}

    /** @param folder to write to */
    static List<Finding> findingsIn(Assembly assembly, Path folder) throws IOException {
        App app = new App(AppProps.builder()
                .outdir(folder.toString())
                .analyticsReporting(false)
                .context(Map.of("@aws-cdk/core:failSynthOnValidationErrors", false))
                .build());
        assembly.stackIds().forEach(stack -> include(app, stack, assembly));
        Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
        app.synth();

        Map<String, String> paths = pathsByLogicalId(assembly);
        List<Finding> findings = new ArrayList<>();
        JsonNode report = new ObjectMapper()
                .readTree(folder.resolve("validation-report.json").toFile());
        for (JsonNode violation : report.at("/pluginReports/0/violations")) {
            for (JsonNode construct : violation.path("violatingConstructs")) {
                String path = paths.get(construct.path("constructPath").asText().replace("/Template/", "/"));
                findings.add(new Finding(violation.path("ruleName").asText(), path));
            }
        }
        findings.removeIf(finding -> isTheCdksOwn(finding.path()));
        return findings;
    }

    private static void include(App app, String stack, Assembly assembly) {
        StackProps plain = StackProps.builder()
                .synthesizer(DefaultStackSynthesizer.Builder.create()
                        .generateBootstrapVersionRule(false) // the template has it already
                        .build())
                .build();
        CfnInclude.Builder.create(new Stack(app, stack, plain), "Template")
                .templateFile(
                        assembly.folder().resolve(stack + ".template.json").toString())
                .build();
    }

    private static Map<String, String> pathsByLogicalId(Assembly assembly) {
        Map<String, String> paths = new HashMap<>();
        for (String stack : assembly.stackIds()) {
            assembly.read(stack + ".metadata.json")
                    .properties()
                    .forEach(construct -> construct.getValue().forEach(entry -> {
                        if (entry.path("type").asText().equals("aws:cdk:logicalId")) {
                            paths.put(
                                    stack + "/" + entry.path("data").asText(),
                                    construct.getKey().substring(1));
                        }
                    }));
        }
        return paths;
    }

    /** Functions that empty and fill buckets: their code, role and runtime come with the library. */
    private static boolean isTheCdksOwn(String path) {
        return path.contains("/Custom::");
    }
}
