package atlas.compare.measure.deployed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.compare.BadInput;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CdkOutputsTest {
    @TempDir
    private Path folder;

    @Test
    void findTheOptionsAmongTheStacks() throws IOException {
        Path file = written("""
                {
                  "AtlasCdn": {"Url": "https://d1.cloudfront.net/", "ExportsOutputX": "y"},
                  "AtlasEcsFargate": {"Url": "https://d1.cloudfront.net/ecs-fargate/"},
                  "AtlasEc2AutoScaling": {"Url": "https://d1.cloudfront.net/ec2-auto-scaling"},
                  "AtlasLambdaSchedule": {"TryIt": "aws lambda invoke"},
                  "SomebodyElses": {"Url": "https://example.com/"}
                }
                """);

        assertEquals(
                Map.of(
                        "ec2-auto-scaling", URI.create("https://d1.cloudfront.net/ec2-auto-scaling/"),
                        "ecs-fargate", URI.create("https://d1.cloudfront.net/ecs-fargate/")),
                CdkOutputs.read(file));
    }

    @ParameterizedTest
    @CsvSource({
        "AtlasEcsEc2, ecs-ec2",
        "AtlasEc2AutoScaling, ec2-auto-scaling",
        "AtlasLambdaHttpApi, lambda-http-api",
        "AtlasLambdaS3Trigger, lambda-s3-trigger",
        "AtlasEksManagedNodes, eks-managed-nodes"
    })
    void tellAnOptionByItsStack(String stack, String id) {
        assertEquals(id, CdkOutputs.id(stack));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"AtlasCdn":{"Url":"https://d1.cloudfront.net/"}}       | names no option's Url; npx cdk deploy EcsFargate --outputs-file FILE writes one
                    {}                                                     | names no option's Url; npx cdk deploy EcsFargate --outputs-file FILE writes one
                    ["AtlasEcsFargate"]                                    | is no file of CDK outputs: it holds no JSON object
                    Resources:                                             | is no file of CDK outputs: it holds no JSON
                    ``                                                     | is no file of CDK outputs: it holds no JSON object
                    """)
    void refuseAFileWithoutThem(String content, String message) throws IOException {
        Path file = written(content);

        var refused = assertThrows(BadInput.class, () -> CdkOutputs.read(file));

        assertEquals(file + " " + message.replace("FILE", file.toString()), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "http://d1.cloudfront.net/ecs-fargate/",
        "ftp://d1.cloudfront.net/",
        "d1.cloudfront.net",
        "https:///ecs-fargate/",
        "'https://d1 cloudfront.net/'",
        "${Token[TOKEN.12]}"
    })
    void refuseAnAddressThatIsNotHttps(String url) throws IOException {
        Path file = written("{\"AtlasEcsFargate\":{\"Url\":\"%s\"}}".formatted(url));

        var refused = assertThrows(BadInput.class, () -> CdkOutputs.read(file));

        assertEquals("AtlasEcsFargate.Url must be an https address, got " + url, refused.getMessage());
    }

    @Test
    void refuseAFileThatIsNotThere() {
        Path file = folder.resolve("none.json");

        var refused = assertThrows(BadInput.class, () -> CdkOutputs.read(file));

        assertEquals(
                "there is no file %s; npx cdk deploy --all --outputs-file %s writes it".formatted(file, file),
                refused.getMessage());
    }

    private Path written(String content) throws IOException {
        return Files.writeString(folder.resolve("outputs.json"), content);
    }
}
