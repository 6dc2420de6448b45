package atlas.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.cli.ContextFile;
import atlas.infra.template.Assembly;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same commit gives the same templates: else every diff is noise, and every deployment replaces something. */
class RepeatedSynthesisTest {
    /** The rest tells where in the code a resource was made. */
    private static final Pattern WHAT_IS_DEPLOYED = Pattern.compile("manifest.json|.+\\.(template|assets)\\.json");

    /** Where the CDK unpacked itself; what is there is told by its hash. */
    private static final String TEMPORARY_FOLDER = "\"path\": \"/[^\"]*\"";

    /** Another process, since the order of {@code Map.of} is the same within one and changes from one to the next. */
    @Test
    void anotherProcessWritesTheSameAssembly(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("synth.log");
        Path assembly = folder.resolve("assembly");
        Map<String, Object> context = ContextFile.read(ProjectFiles.CDK_JSON);
        context.put("aws:cdk:disable-asset-staging", true);
        ProcessBuilder synth = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        Files.readString(Path.of("target", "classpath.txt")) + File.pathSeparator + "target/classes",
                        AtlasApp.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        synth.environment().put("CDK_OUTDIR", assembly.toString());
        synth.environment().put("CDK_CONTEXT_JSON", new ObjectMapper().writeValueAsString(context));

        Process process = synth.start();
        try {
            assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the synthesis does not end");
        } finally {
            process.destroyForcibly();
        }

        assertEquals(0, process.exitValue(), Files.readString(log));
        assertEquals(files(Assembly.with().folder()), files(assembly));
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (WHAT_IS_DEPLOYED.matcher(name).matches()) {
                    contents.put(name, Files.readString(file).replaceAll(TEMPORARY_FOLDER, ""));
                }
            }
        }
        assertTrue(contents.containsKey("EcsFargate.template.json"), contents.keySet()::toString);
        return contents;
    }
}
