package atlas.proof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line, as far as it goes before anything is deployed. */
class RehearseCommandTest {
    @TempDir
    private Path folder;

    private record Ran(int code, String err) {}

    private static Ran run(String... arguments) {
        StringWriter err = new StringWriter();
        int code = Proof.run(arguments, new PrintWriter(new StringWriter()), new PrintWriter(err, true));
        return new Ran(code, err.toString().strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --account 12                                     | error: --account must be 12 digits, got 12
            --minutes 0                                      | error: --minutes must be 1 to 240, got 0
            --patience 4000                                  | error: --patience must be 1 to 3600, got 4000
            --output /nowhere/a.json                         | error: /nowhere/a.json cannot be written: there is no folder /nowhere to write in
            --output /tmp                                    | error: /tmp is a folder; name a file
            --endpoint http://127.0.0.1:1 --emulator moto    | error: --endpoint and --emulator exclude each other; the one is there, the other is started
            """)
    void refusesWhatCannotBe(String arguments, String message) {
        assertEquals(new Ran(2, message), run(("rehearse " + arguments).split(" ")));
    }

    /** A process of its own, whose PATH is the test's. */
    private Ran process(String path, String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                "-Datlas.root=" + folder,
                Proof.class.getName(),
                "rehearse"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATH", path);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(
                process.waitFor(), printed.lines().reduce((one, next) -> next).orElse(""));
    }

    @Test
    void hasNothingToRehearseOnWhereNobodyAnswers() throws IOException, InterruptedException {
        assertEquals(
                new Ran(3, "nothing to rehearse on: nobody answers at http://127.0.0.1:1"),
                process("/nowhere", "--endpoint", "http://127.0.0.1:1"));
    }

    @Test
    void hasNothingToRehearseOnWithoutDocker() throws IOException, InterruptedException {
        assertEquals(
                new Ran(
                        3,
                        "nothing to rehearse on: floci needs docker; install it, or name another with --emulator or --endpoint"),
                process("/nowhere"));
    }

    @Test
    void startsThePinnedImageOnLoopbackAlone() throws IOException, InterruptedException {
        Path docker = Files.writeString(
                folder.resolve("docker"), "#!/bin/sh\necho \"$@\" >" + folder.resolve("asked") + "\nexit 1\n");
        Files.setPosixFilePermissions(docker, PosixFilePermissions.fromString("rwxr-xr-x"));

        Ran ran = process(folder + ":/usr/bin:/bin");

        assertEquals(3, ran.code());
        String asked = Files.readString(folder.resolve("asked")).strip();
        assertTrue(
                asked.matches("run --rm --name atlas-rehearsal-\\d+ --publish 127\\.0\\.0\\.1:\\d+:4566"
                        + " --volume /var/run/docker\\.sock:/var/run/docker\\.sock --user root --env FLOCI_SERVICES_ECR_URI_STYLE=path"
                        + " floci/floci:1\\.7\\.0"),
                asked);
    }

    @Test
    void tellsHowToInstallWhatIsMissing() throws IOException, InterruptedException {
        assertEquals(
                new Ran(
                        3,
                        "nothing to rehearse on: ministack is not installed; type proof/emulators/install ministack"),
                process("/nowhere", "--emulator", "ministack"));
    }
}
