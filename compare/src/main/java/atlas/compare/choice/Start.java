package atlas.compare.choice;

import atlas.compare.capacity.RequestPath.Source;

/** What makes the work begin. */
public enum Start {
    REQUESTS("requests", "it answers requests", "requests start the work"),
    EVENTS("events", "it is told of events, and nobody waits", "events start the work"),
    CLOCK("clock", "it is started by the clock", "the clock starts the work");

    private final String title;
    private final String waiting;
    private final String starting;

    Start(String title, String waiting, String starting) {
        this.title = title;
        this.waiting = waiting;
        this.starting = starting;
    }

    /** As it is typed. */
    public String title() {
        return title;
    }

    /** What a set-up does that waits for it. */
    String waiting() {
        return waiting;
    }

    /** What it does itself. */
    String starting() {
        return starting;
    }

    static Start of(Source source) {
        return switch (source) {
            case REQUEST -> REQUESTS;
            case EVENT -> EVENTS;
            case CLOCK -> CLOCK;
        };
    }
}
