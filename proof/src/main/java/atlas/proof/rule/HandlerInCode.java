package atlas.proof.rule;

import atlas.compare.BadInput;
import atlas.compare.template.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** A function starts, and does not find what it should call. */
final class HandlerInCode implements Rule {
    /** A class may be in a jar inside the code. */
    private static final Pattern LIBRARY = Pattern.compile("(java/)?lib/.*\\.jar");

    private static final List<String> JAVASCRIPT = List.of(".js", ".mjs", ".cjs");

    @Override
    public String id() {
        return "handler-in-code";
    }

    @Override
    public String remedy() {
        return "name a class (Java) or a file (Node.js, Python) that is in the code";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        return deployment.resources("AWS::Lambda::Function").flatMap(function -> breach(function, deployment).stream());
    }

    private static Optional<Breach> breach(Resource function, Deployment deployment) {
        Optional<String> handler = function.at("Handler").text();
        Optional<Path> code = function.at("Code", "S3Key")
                .text()
                .flatMap(key -> deployment.assets().flatMap(assets -> assets.file(key)));
        if (handler.isEmpty() || code.isEmpty() || function.at("Layers").isPresent()) {
            return Optional.empty(); // a layer may have it, too
        }
        List<String> files = files(function.at("Runtime").toString(), handler.get());
        return files.isEmpty() || files.stream().anyMatch(file -> has(code.get(), file))
                ? Optional.empty()
                : Optional.of(
                        Breach.of(function, "its handler is %s, and its code has no %s", handler.get(), files.get(0)));
    }

    /** Where a handler may be; none for a runtime that has its own idea of it. */
    private static List<String> files(String runtime, String handler) {
        if (runtime.startsWith("java")) {
            return List.of(handler.replaceFirst("::.*", "").replace('.', '/') + ".class");
        }
        String module = handler.replaceFirst("\\.[^.]*$", "");
        if (runtime.startsWith("nodejs")) {
            return JAVASCRIPT.stream().map(module::concat).toList();
        }
        if (runtime.startsWith("python")) {
            String path = module.replace('.', '/');
            return List.of(path + ".py", path + "/__init__.py");
        }
        return List.of();
    }

    private static boolean has(Path code, String file) {
        if (Files.isDirectory(code)) {
            return Files.exists(code.resolve(file));
        }
        try (ZipFile archive = new ZipFile(code.toFile())) {
            return archive.getEntry(file) != null
                    || archive.stream()
                            .anyMatch(entry -> LIBRARY.matcher(entry.getName()).matches());
        } catch (IOException broken) {
            throw new BadInput("%s cannot be opened: %s".formatted(code, broken.getMessage()));
        }
    }
}
