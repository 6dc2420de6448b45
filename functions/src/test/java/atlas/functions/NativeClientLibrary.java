package atlas.functions;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The native part of the runtime interface client. Left to itself, each process writes it to the same file in {@code
 * /tmp} before it loads it, and two that start at once spoil it for each other.
 */
final class NativeClientLibrary {
    private static final Path FILE = TaskRoot.JAR.resolveSibling("libaws-lambda-jni.so");

    static {
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        String resource = "/jni/libaws-lambda-jni.linux-%s.so".formatted(processor);
        try (InputStream library = AWSLambda.class.getResourceAsStream(resource)) {
            Files.copy(library, FILE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private NativeClientLibrary() {}

    /** Names the file to the client. */
    static String flag() {
        return "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=" + FILE;
    }
}
