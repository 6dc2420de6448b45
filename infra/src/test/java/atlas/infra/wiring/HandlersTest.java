package atlas.infra.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.template.Assembly;
import atlas.infra.template.Resource;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the functions' templates name, against the jar that is deployed. */
class HandlersTest {
    static List<String> handlers() {
        return Stream.of("LambdaHttpApi", "LambdaS3Trigger", "LambdaSchedule")
                .flatMap(stack -> Assembly.with().stack(stack).all("AWS::Lambda::Function").stream())
                .map(function -> function.text("/Handler"))
                .toList();
    }

    /** Lambda looks for it at the first request only. */
    @ParameterizedTest
    @MethodSource("handlers")
    void isAMethodThatLambdaCanCall(String handler) throws NoSuchMethodException {
        String[] names = handler.split("::");
        Class<?> type = BuiltJar.FUNCTIONS.load(names[0]);

        assertTrue(Modifier.isPublic(type.getModifiers()), handler);
        assertTrue(Modifier.isPublic(type.getConstructor().getModifiers()), handler);
        assertTrue(
                Arrays.stream(type.getMethods())
                        .anyMatch(method -> method.getName().equals(names[1]) && !method.isBridge()),
                handler);
    }

    @Test
    void oneHandlerIsForEachWayThatWorkComes() {
        assertEquals(
                List.of(
                        "atlas.functions.HttpApiHandler::handleRequest",
                        "atlas.functions.PosterQueueHandler::handleRequest",
                        "atlas.functions.S3JobHandler::handleRequest",
                        "atlas.functions.FeaturedPlaceHandler::handleRequest"),
                handlers());
    }

    /** Only then may the queue be told of a single message that it failed. */
    @Test
    void postersReportTheMessagesThatFailed() {
        Resource source = Assembly.with().stack("LambdaHttpApi").only("AWS::Lambda::EventSourceMapping");
        Class<?> handler = BuiltJar.FUNCTIONS.load("atlas.functions.PosterQueueHandler");

        assertEquals("ReportBatchItemFailures", source.text("/FunctionResponseTypes"));
        assertTrue(Arrays.stream(handler.getMethods())
                .anyMatch(method -> method.getReturnType().getSimpleName().equals("SQSBatchResponse")));
    }

    @Test
    void fitsWhatLambdaTakes() throws IOException {
        long unpacked;
        try (JarFile jar = new JarFile(BuiltJar.FUNCTIONS.file().toFile())) {
            unpacked = jar.stream().mapToLong(JarEntry::getSize).sum();
        }

        assertTrue(unpacked < 250L << 20, unpacked + " bytes unpacked, of 250 MiB");
        assertTrue(Files.size(BuiltJar.FUNCTIONS.file()) < unpacked);
    }
}
