package atlas.compare.cli;

import atlas.compare.BadInput;
import atlas.compare.measure.Measurements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where measurements go. */
record MeasurementsFile(Path path) {
    /**
     * Before a minute is spent on measuring.
     *
     * @throws BadInput if something else is there, such as the CDK outputs that were meant for --outputs
     */
    void refuseOther() {
        if (!Files.exists(path)) {
            return;
        }
        try {
            Measurements.read(path);
        } catch (BadInput other) {
            throw new BadInput(
                    "%s is there and holds no measurements, so it is not overwritten; name another file with --output"
                            .formatted(path));
        }
    }

    /** @throws BadInput if it cannot be written */
    void write(Measurements measurements) {
        try {
            if (path.toAbsolutePath().getParent() != null) {
                Files.createDirectories(path.toAbsolutePath().getParent());
            }
            Files.writeString(path, measurements.json() + "\n");
        } catch (IOException unwritable) {
            throw new BadInput("cannot write to %s; name another file with --output".formatted(path));
        }
    }
}
