package atlas.proof.rehearsal.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.proof.rehearsal.SmallAssembly;
import atlas.proof.rehearsal.assembly.Assembly;
import atlas.proof.rehearsal.emulator.Emulator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is changed for an emulator, in a copy. */
class GapsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    private static ObjectNode template(String text) throws IOException {
        return (ObjectNode) MAPPER.readTree(text);
    }

    private Assets assets() {
        return new Assets(folder, folder);
    }

    @Test
    void aGroupStartsWithItsFewest() throws IOException {
        ObjectNode template = template(
                "{\"Resources\": {\"G\": {\"Type\": \"AWS::AutoScaling::AutoScalingGroup\", \"Properties\": {\"MinSize\": \"1\"}}}}");

        assertTrue(new DesiredCapacity().bridge(template, assets()));
        assertEquals("1", template.at("/Resources/G/Properties/DesiredCapacity").asText());
        assertFalse(new DesiredCapacity().bridge(template, assets()));
    }

    @Test
    void aMachineImageIsOneThatTheEmulatorHas() throws IOException {
        ObjectNode template = template(
                "{\"Parameters\": {\"Image\": {\"Type\": \"AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>\", \"Default\": \"/aws/x\"},"
                        + " \"BootstrapVersion\": {\"Type\": \"AWS::SSM::Parameter::Value<String>\", \"Default\": \"/cdk\"}}}");

        assertTrue(new ImageParameters().bridge(template, assets()));
        assertEquals("String", template.at("/Parameters/Image/Type").asText());
        assertEquals(
                "ami-amazonlinux2023", template.at("/Parameters/Image/Default").asText());
        assertEquals("/cdk", template.at("/Parameters/BootstrapVersion/Default").asText());
    }

    @Test
    void aJavaFunctionIsStartedByAProgramInItsOwnJar() throws IOException {
        Files.createDirectories(folder.resolve("compare/target"));
        Files.writeString(folder.resolve("compare/target/lambda-runtime.txt"), "/ric.jar\n");
        try (OutputStream file = Files.newOutputStream(folder.resolve("asset.a.jar"));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("atlas/App.class"));
        }
        ObjectNode template = template(
                "{\"Resources\": {\"F\": {\"Type\": \"AWS::Lambda::Function\", \"Properties\": {\"Runtime\": \"java25\","
                        + " \"SnapStart\": {}, \"Code\": {\"S3Key\": \"a.jar\"}, \"Handler\": \"atlas.App\"}}}}");

        assertTrue(new JavaFunctions().bridge(template, assets()));

        assertEquals(
                template(
                        "{\"Runtime\": \"provided.al2023\", \"Code\": {\"S3Key\": \"a.jar\"}, \"Handler\": \"atlas.App\"}"),
                template.at("/Resources/F/Properties"));
        try (ZipFile jar = new ZipFile(folder.resolve("asset.a.jar").toFile())) {
            String program =
                    new String(jar.getInputStream(jar.getEntry("bootstrap")).readAllBytes());
            assertTrue(program.contains("$LAMBDA_TASK_ROOT/lib/*:/ric.jar\""), program);
        }
    }

    @Test
    void aChangedTemplateIsUploadedUnderAnotherName() throws IOException, NoSuchAlgorithmException {
        Assembly assembly = SmallAssembly.in(folder);
        String group =
                "{\"Resources\": {\"G\": {\"Type\": \"AWS::AutoScaling::AutoScalingGroup\", \"Properties\": {\"MinSize\": \"1\"}}}}";
        Files.writeString(folder.resolve("Work.template.json"), group);
        String before =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(group.getBytes()));
        for (String stack : List.of("Store", "Work")) {
            Files.writeString(folder.resolve(stack + ".assets.json"), "{\"files\": {\"%s\": {}}}".formatted(before));
        }
        Gaps gaps = new Gaps(new Emulator("floci", "1.7.0"), folder);

        gaps.bridge(assembly);

        assertEquals(List.of("Work"), gaps.bridged().get(0).stacks());
        String after = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(Files.readAllBytes(folder.resolve("Work.template.json"))));
        assertEquals(
                "{\"files\": {\"%s\": {}}}".formatted(after), Files.readString(folder.resolve("Work.assets.json")));
    }

    @Test
    void anEmulatorWithoutGapsGetsTheTemplatesAsTheyAre() throws IOException {
        Assembly assembly = SmallAssembly.in(folder);
        Gaps gaps = new Gaps(new Emulator("another", "1"), folder);

        gaps.bridge(assembly);

        assertEquals(List.of(), gaps.bridged());
    }
}
