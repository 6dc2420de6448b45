package atlas.proof.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** Stands where the CDK's command line does: a process of its own, that tells the emulator what it was asked for. */
final class FakeCdk {
    private FakeCdk() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--app")
                    || arguments[i].equals("--progress")
                    || arguments[i].equals("--method")
                    || arguments[i].equals("--require-approval")) {
                i++;
            } else if (!arguments[i].startsWith("--no-")) {
                told.add(arguments[i]);
            }
        }
        if (told.equals(List.of("--version"))) {
            System.out.println("2.0.0 (build fake)");
            return;
        }
        if (System.getenv("CDK_DOCKER") != null) {
            told.add(0, "CDK_DOCKER=" + System.getenv("CDK_DOCKER"));
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(System.getenv("AWS_ENDPOINT_URL") + "/_fake/cdk"))
                .POST(BodyPublishers.ofString(String.join(" ", told)))
                .build();
        int status = HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
        if (status != 200) {
            System.out.println("the deployment failed");
            System.exit(1);
        }
    }

    static List<String> program() {
        return List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FakeCdk.class.getName());
    }
}
