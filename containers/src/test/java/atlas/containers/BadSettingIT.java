package atlas.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody sees who starts a program with a setting it cannot use. */
class BadSettingIT {
    @Test
    void endsTheServerWithOneLineAndExitCode2() throws Exception {
        assertRefused(Server.class, Map.of("PORT", "http"), "PORT must be 0 to 65535, got http; try PORT=8080");
    }

    private static void assertRefused(Class<?> program, Map<String, String> variables, String line) throws Exception {
        ProcessBuilder command = Packaged.command(program).redirectErrorStream(true);
        command.environment().putAll(variables);
        Process process = command.start();
        assertEquals(List.of(line), process.inputReader().lines().toList());
        assertEquals(2, process.waitFor());
    }
}
