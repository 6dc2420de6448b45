package atlas.adapters;

import java.io.IOException;

/**
 * What happens in the midst of a request, such as the death of whoever sent it.
 *
 * @param carriedOut whether the service has done by then what it was asked to; else it never hears of it
 */
public record Cut(boolean carriedOut, Runnable event) {
    /** Nothing happens: this request goes its way, and the cut after it is for the next. */
    public static final Cut NONE = new Cut(true, () -> {});

    /** The answer of a service, worked out when it is asked for. */
    interface Work {
        Answer answer() throws IOException, InterruptedException;
    }

    Answer make(Work work) throws IOException, InterruptedException {
        if (!carriedOut) {
            event.run();
            return Answer.xml(500, "<Error><Code>InternalError</Code><Message>cut</Message></Error>");
        }
        Answer answer = work.answer();
        event.run();
        return answer;
    }
}
