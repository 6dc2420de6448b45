package atlas.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody sees who starts a program that cannot begin: one line and an exit code. */
class BadSettingIT {
    @Test
    void endsTheServerWithExitCode2() throws Exception {
        assertEnds(2, "PORT must be 0 to 65535, got http; try PORT=8080", Server.class, Map.of("PORT", "http"));
    }

    @Test
    void endsTheBatchProgramWithExitCode2() throws Exception {
        assertEnds(
                2,
                "ATLAS_POSTER must be what POST /posters takes as its body, got []: the body must be one JSON object;"
                        + " try ATLAS_POSTER='{\"zoom\":2,\"x\":0,\"y\":1,\"columns\":4,\"rows\":2}'",
                Batch.class,
                Map.of("ATLAS_POSTER", "[]"));
    }

    @Test
    void endsTheServerWithExitCode1WhenItsPortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertEnds(
                    1,
                    "cannot listen on 127.0.0.1:" + port
                            + ": Address already in use; try PORT=0, which takes any free port",
                    Server.class,
                    Map.of("HOST", "127.0.0.1", "PORT", port));
        }
    }

    @Test
    void endsTheServerWithExitCode2WhenItHasNowhereToKeepPosters() throws Exception {
        assertEnds(
                2,
                "there is no temporary folder to keep posters in (/proc); try ATLAS_DATA_DIR=FOLDER",
                Server.class,
                Map.of("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=/proc"));
    }

    private static void assertEnds(int exitCode, String line, Class<?> program, Map<String, String> variables)
            throws IOException, InterruptedException {
        ProcessBuilder command = Packaged.command(program).redirectErrorStream(true);
        command.environment().putAll(variables);
        Process process = command.start();
        List<String> lines = process.inputReader()
                .lines()
                .filter(printed -> !printed.startsWith("NOTE: Picked up JDK_JAVA_OPTIONS"))
                .toList();
        assertEquals(List.of(line), lines);
        assertEquals(exitCode, process.waitFor());
    }
}
