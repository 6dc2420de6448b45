package atlas.proof.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What {@code proof/install-gates} puts into {@code .tools/gates}.
 *
 * @param root of the project
 * @param program how they are run
 */
public record Tools(Path root, Program program) {
    private static final String INSTALL = "try proof/install-gates";

    /** Those of the project, on this machine. */
    public static Tools of(Path root) {
        return new Tools(root, new LocalProgram(root.resolve(".tools/gates/home")));
    }

    /** A file of a package from npm. */
    Path npm(String name, String file) {
        require("npm", "package-lock.json");
        return there(root.resolve(".tools/gates/npm/node_modules").resolve(name).resolve(file));
    }

    /** A program from PyPI. */
    Path python(String name) {
        require("python", "requirements.txt");
        return there(root.resolve(".tools/gates/python/bin").resolve(name));
    }

    /** Our own part of a gate. */
    Path ours(String name) {
        return root.resolve("proof/gates").resolve(name);
    }

    private void require(String part, String madeFrom) {
        Path installed = root.resolve(".tools/gates").resolve(part).resolve("made-from");
        try {
            if (!Files.exists(installed)) {
                throw new SkippedGate("it is not installed; " + INSTALL);
            }
            if (Files.mismatch(installed, ours(madeFrom)) >= 0) {
                throw new SkippedGate("another version is installed; " + INSTALL);
            }
        } catch (IOException unreadable) {
            throw new SkippedGate("%s cannot be read: %s".formatted(installed, unreadable.getMessage()));
        }
    }

    private static Path there(Path file) {
        if (!Files.exists(file)) {
            throw new SkippedGate("there is no %s; remove the folder .tools/gates and %s".formatted(file, INSTALL));
        }
        return file;
    }
}
