package atlas.http;

/** What a requester sent, short enough to be repeated in a message or a log line. */
public final class Excerpt {
    private Excerpt() {}

    /** @param max how many characters are kept; three dots stand for the rest */
    public static String of(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max) + "...";
    }
}
