package atlas.http;

/** What a requester sent, short enough to be repeated in a message or a log line. */
final class Excerpt {
    private Excerpt() {}

    static String of(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max) + "...";
    }
}
