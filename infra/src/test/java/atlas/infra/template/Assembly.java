package atlas.infra.template;

import atlas.infra.AtlasApp;
import atlas.infra.ProjectFiles;
import atlas.infra.Settings;
import atlas.infra.cli.ContextFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/**
 * What the CDK app writes for some settings, made with the feature flags of cdk.json. The same settings are synthesized
 * once, however many tests ask: a synthesis takes seconds.
 */
public final class Assembly {
    private static final Map<List<String>, Assembly> MADE = new HashMap<>();
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Templates and manifests are the same without copies of jars and pages, of 60 MB each time. */
    private static final String WITHOUT_COPIES = "aws:cdk:disable-asset-staging";

    private final Path folder;
    private final Map<String, StackTemplate> stacks = new TreeMap<>();

    private Assembly(Path folder) {
        this.folder = folder;
        manifest().path("artifacts").properties().forEach(artifact -> {
            if (artifact.getValue().path("type").asText().equals("aws:cloudformation:stack")) {
                stacks.put(
                        artifact.getKey(),
                        new StackTemplate(artifact.getKey(), read(artifact.getKey() + ".template.json")));
            }
        });
    }

    /** @param settings as on the command line: {@code profile=production} */
    public static Assembly with(String... settings) {
        return MADE.computeIfAbsent(List.of(settings), Assembly::synthesize);
    }

    /** Sets of settings that between them bring every stack there is, and every type of resource. */
    public static List<Assembly> all() {
        return List.of(
                with(),
                with("profile=production"),
                with("allowCidr=203.0.113.0/24"),
                with("domain=atlas.example.com"),
                with("domain=atlas.example.com", "zoneId=Z0123456789ABCDEFGHIJ"),
                with("provisionedConcurrency=2", "snapStart=false"),
                with("expires=2026-12-01T18:00", "budget=20", "email=you@example.com"));
    }

    public Path folder() {
        return folder;
    }

    public Set<String> stackIds() {
        return stacks.keySet();
    }

    public Collection<StackTemplate> stacks() {
        return stacks.values();
    }

    public StackTemplate stack(String id) {
        if (!stacks.containsKey(id)) {
            throw new AssertionError("there is no stack " + id + ", only " + stackIds());
        }
        return stacks.get(id);
    }

    public JsonNode manifest() {
        return read("manifest.json");
    }

    public JsonNode read(String file) {
        try {
            return MAPPER.readTree(folder.resolve(file).toFile());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Assembly synthesize(List<String> settings) {
        Path folder =
                Path.of("target", "assemblies", String.valueOf(MADE.size())).toAbsolutePath();
        clear(folder);
        App app = app(folder, settings.toArray(String[]::new));
        app.synth();
        return new Assembly(folder);
    }

    /** An earlier run may have left other stacks there. */
    private static void clear(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** An app with all its stacks, not yet synthesized. */
    public static App app(Path folder, String... settings) {
        Map<String, Object> context = ContextFile.read(ProjectFiles.CDK_JSON);
        context.put(WITHOUT_COPIES, true);
        Arrays.stream(settings).map(setting -> setting.split("=", 2)).forEach(pair -> context.put(pair[0], pair[1]));
        App app = new App(AppProps.builder()
                .outdir(folder.toString())
                .analyticsReporting(false)
                .context(context)
                .build());
        AtlasApp.build(app, Settings.from(context), stack -> {});
        return app;
    }
}
