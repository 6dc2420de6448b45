package atlas.http;

import java.util.regex.Pattern;

/**
 * Where an option's entries are found: at the root, and below its prefix as well.
 *
 * @param option its id, such as {@code ecs-fargate}
 * @param prefix such as {@code /ecs-fargate}; empty for the root alone
 */
public record Mount(String option, String prefix) {
    private static final Pattern PREFIX = Pattern.compile("(/[a-z0-9-]+)?");

    public Mount {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "prefix must be empty or a slash and lower-case letters, digits and dashes, got " + prefix
                            + "; try /" + option);
        }
    }

    /** The part of the prefix that {@code path} was asked with: all of it, or nothing. */
    String prefixOf(String path) {
        return path.equals(prefix) || path.startsWith(prefix + "/") ? prefix : "";
    }
}
