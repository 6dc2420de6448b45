package atlas.http;

/** How much a log line matters. */
public enum Level {
    DEBUG,
    INFO,
    WARN,
    ERROR
}
