package atlas.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comparison behind {@code If-None-Match}. */
final class EntityTags {
    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

    private EntityTags() {}

    /** Whether {@code header} is {@code *} or lists {@code tag}; weak and strong tags with the same text are the same. */
    static boolean match(String header, String tag) {
        if (header.trim().equals("*")) {
            return true;
        }
        String wanted = tag.replaceFirst("^W/", "");
        for (Matcher held = TAG.matcher(header); held.find(); ) {
            if (held.group(1).equals(wanted)) {
                return true;
            }
        }
        return false;
    }
}
