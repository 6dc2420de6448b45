package atlas.http;

/** What a requester sent, made fit to be repeated. */
final class Text {
    private Text() {}

    static String shorten(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max) + "...";
    }
}
