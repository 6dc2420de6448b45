package atlas.functions;

import atlas.functions.LoopbackRuntimeApi.Answer;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A handler of the built jar at work: its process, the runtime API it serves, and the AWS it calls. */
final class RunningFunction implements AutoCloseable {
    private final Class<? extends RequestHandler<?, ?>> handler;
    private final Map<String, String> variables;
    private final Duration timeout;
    private final LoopbackAws aws = new LoopbackAws();
    private final LoopbackRuntimeApi api;
    private LambdaProcess process;

    RunningFunction(Class<? extends RequestHandler<?, ?>> handler, Map<String, String> environment) throws IOException {
        this(handler, environment, Duration.ofSeconds(30));
    }

    /** @param timeout after which it is stopped in the midst of an event, as Lambda does it */
    RunningFunction(Class<? extends RequestHandler<?, ?>> handler, Map<String, String> environment, Duration timeout)
            throws IOException {
        this.handler = handler;
        this.timeout = timeout;
        variables = new HashMap<>(aws.environment());
        variables.putAll(environment);
        api = new LoopbackRuntimeApi(timeout);
        process = LambdaProcess.start(api, handler, variables);
    }

    LoopbackAws aws() {
        return aws;
    }

    LoopbackRuntimeApi api() {
        return api;
    }

    LambdaProcess process() {
        return process;
    }

    /** Invokes it and waits for its answer or its error. After a time-out the next event finds a new environment. */
    Answer invoke(String event) throws IOException {
        if (!process.isAlive()) {
            process = LambdaProcess.start(api, handler, variables);
        }
        Answer answer = await(api.invoke(event));
        if (answer.equals(Answer.timedOut(timeout))) {
            process.close();
        }
        return answer;
    }

    Map<String, Object> answer(String event) throws IOException {
        Answer answer = invoke(event);
        if (answer.failed()) {
            throw new IllegalStateException("the handler failed: " + answer.json());
        }
        return JSON.std.mapFrom(answer.json());
    }

    static <T> T await(Future<T> future) {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the function gave no sign", e);
        }
    }

    @Override
    public void close() {
        process.close();
        api.close();
        aws.close();
    }
}
