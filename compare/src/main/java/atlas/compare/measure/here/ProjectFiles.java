package atlas.compare.measure.here;

import atlas.compare.BadInput;
import atlas.compare.measure.LocalTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What the other modules have built, by file. */
record ProjectFiles(Path root) {
    /** @throws BadInput if what one of these is run from is not built */
    void require(List<String> ids) {
        for (String id : ids) {
            switch (id) {
                case LocalTarget.SERVER -> serverJar();
                case LocalTarget.CONTAINER -> image();
                case LocalTarget.LAMBDA -> functionsJar();
                default -> throw new IllegalArgumentException("no way to run the app is called " + id);
            }
        }
    }

    Path serverJar() {
        return built("containers/target/image/atlas-server.jar");
    }

    /** Folder of the Dockerfile and the jar. */
    Path image() {
        return built("containers/target/image");
    }

    Path functionsJar() {
        return built("functions/target/atlas-functions.jar");
    }

    /** The class path of Lambda's runtime interface client. */
    String lambdaRuntime() throws IOException {
        return Files.readString(built("compare/target/lambda-runtime.txt")).strip();
    }

    /** The client's native part for this processor. */
    Path lambdaRuntimeLibrary() {
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        return built("compare/target/lambda-runtime/jni/libaws-lambda-jni.linux-%s.so".formatted(processor));
    }

    /** For what is made while measuring and is of use to the next run. */
    Path scratch() {
        return root.resolve("target/atlas");
    }

    static String digest(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Path built(String path) {
        Path file = root.resolve(path);
        if (!Files.exists(file)) {
            throw new BadInput("%s is missing; ./atlas build makes it".formatted(file));
        }
        return file;
    }
}
