package atlas.supply;

import java.time.LocalDate;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;

/**
 * A weakness of a library that is publicly known.
 *
 * @param library as {@link Library#name} has it
 * @param affected versions that have it, in Maven's notation, such as {@code [2.0,2.7)}
 * @param id by which others know it
 * @param source where it can be read
 * @param day when it was read there
 * @param accepted why it stays all the same; empty where it may not
 */
record Advisory(String library, String affected, String id, String source, LocalDate day, String accepted) {
    Advisory {
        if (!affected.matches("[\\[(].*[])]")) {
            throw new IllegalArgumentException(
                    "affected must be ranges such as [2.0,2.7), got %s for %s of %s".formatted(affected, id, library));
        }
        if (!source.startsWith("https://")) {
            throw new IllegalArgumentException("source must be a page, got \"%s\" for %s".formatted(source, id));
        }
    }

    boolean concerns(Library other) {
        return library.equals(other.name()) && ranges().containsVersion(new DefaultArtifactVersion(other.version()));
    }

    boolean isAccepted() {
        return !accepted.isEmpty();
    }

    private VersionRange ranges() {
        try {
            return VersionRange.createFromVersionSpec(affected);
        } catch (InvalidVersionSpecificationException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }
}
