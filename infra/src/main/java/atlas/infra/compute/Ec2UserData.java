package atlas.infra.compute;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.UserData;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.s3.assets.Asset;

/** The start script user-data.sh with its blanks filled in by CloudFormation. */
final class Ec2UserData {
    private Ec2UserData() {}

    /**
     * @param groupLogicalId of the Auto Scaling group that waits for the signal
     */
    static UserData script(
            Stack stack, String groupLogicalId, Map<String, String> environment, Asset jar, ILogGroup log) {
        Map<String, String> blanks = new TreeMap<>();
        blanks.put("Stack", stack.getStackName());
        blanks.put("Region", stack.getRegion());
        blanks.put("GroupId", groupLogicalId);
        blanks.put("JarBucket", jar.getS3BucketName());
        blanks.put("JarKey", jar.getS3ObjectKey());
        blanks.put("LogGroup", log.getLogGroupName());
        blanks.put("Port", String.valueOf(SampleApp.PORT));
        blanks.put("HealthPath", SampleApp.HEALTH_PATH);
        blanks.put("StopSeconds", SampleApp.STOP_TIMEOUT.toSeconds().toString());
        blanks.put(
                "Environment",
                environment.entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue())
                        .collect(Collectors.joining("\n")));
        return UserData.custom(Fn.sub(source(), blanks));
    }

    private static String source() {
        try (InputStream script = Ec2UserData.class.getResourceAsStream("user-data.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
