package atlas.compare.measure.here;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.compare.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With scripts in the place of podman. */
class ContainerWayTest {
    private static final String BASE = "public.ecr.aws/amazoncorretto/amazoncorretto:25-al2023-headless";

    @TempDir
    private Path folder;

    private final Cleanup cleanup = new Cleanup();
    private ProjectFiles files;

    @BeforeEach
    void stageTheImage() throws IOException {
        files = new ProjectFiles(folder);
        Path image = Files.createDirectories(folder.resolve("containers/target/image"));
        Files.writeString(image.resolve("Dockerfile"), "ARG BASE_IMAGE=%s\nFROM ${BASE_IMAGE}\n".formatted(BASE));
    }

    @AfterEach
    void end() {
        cleanup.close();
    }

    @Test
    void saysWhichEnginesDoNotWorkAndWhy() throws IOException {
        String absent = folder.resolve("podman").toString();
        Engine broken = engine("echo first; echo 'no daemon here' >&2; exit 1");

        var reason = assertThrows(Absent.class, () -> Engine.find(List.of(absent, broken.name())));

        assertEquals(
                "no container engine works here (%s: not installed; %s: no daemon here)"
                        .formatted(absent, broken.name()),
                reason.getMessage());
    }

    @Test
    void takesTheFirstEngineThatWorks() throws Exception {
        Engine working = engine("exit 0");

        assertEquals(working, Engine.find(List.of(folder.resolve("podman").toString(), working.name())));
    }

    @Test
    void downloadsNothing() throws IOException {
        Engine engine = engine("[[ $1 == image ]] && exit 1; touch $(dirname $0)/asked-for-more");

        var reason = assertThrows(Absent.class, () -> ContainerWay.find(engine, files, Optional.empty(), cleanup));

        assertEquals(
                "%1$s lacks the image that ours is built on; %1$s pull %2$s gets it".formatted(engine.name(), BASE),
                reason.getMessage());
        assertEquals(false, Files.exists(folder.resolve("asked-for-more")));
    }

    @Test
    void buildsOnABaseThatIsHere() throws Exception {
        Engine engine = engine("[[ $1 == build ]] || { echo sha256:0123; exit 0; }; echo $* > $(dirname $0)/built");

        ContainerWay way = ContainerWay.find(engine, files, Optional.empty(), cleanup);

        assertEquals("localhost/compute-atlas:measure", way.artifact());
        assertEquals("sha256:0123", way.digest());
        assertEquals(
                "build --quiet --tag localhost/compute-atlas:measure %s\n".formatted(files.image()),
                Files.readString(folder.resolve("built")));
    }

    @Test
    void saysWhyTheImageCannotBeBuilt() throws IOException {
        Engine engine = engine("[[ $1 != build ]] || { echo 'Error: no space left' >&2; exit 125; }");

        var failure =
                assertThrows(IOException.class, () -> ContainerWay.find(engine, files, Optional.empty(), cleanup));

        assertEquals("the image cannot be built: Error: no space left", failure.getMessage());
    }

    @Test
    void refusesAnImageThatIsNotHere() throws IOException {
        Engine engine = engine("exit 1");

        var refused =
                assertThrows(BadInput.class, () -> ContainerWay.find(engine, files, Optional.of("mine:1"), cleanup));

        assertEquals(
                "%1$s has no image mine:1; %1$s images lists those it has".formatted(engine.name()),
                refused.getMessage());
    }

    private Engine engine(String script) throws IOException {
        Path file = folder.resolve("engine");
        Files.writeString(file, "#!/usr/bin/env bash\n" + script + "\n");
        file.toFile().setExecutable(true);
        return new Engine(file.toString());
    }
}
