package atlas.infra.compute;

import atlas.infra.template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The way of an event that a function never manages to work on: what SQS and Lambda do with it under a template's
 * settings. Sources: docs.aws.amazon.com/lambda, "Handling errors for an SQS event source" and "How Lambda handles errors
 * and retries with asynchronous invocation".
 *
 * @param tried when the function was given it, in seconds since the first time
 * @param ended when nobody tries any more, in seconds
 * @param where the queue that keeps it, or LOST
 */
record FailurePath(List<Integer> tried, int ended, String where) {
    static final String LOST = "nowhere";

    /** How the function fails. */
    enum Failure {
        /** It answers, and names what it has not done. */
        REPORTED,
        /** It throws. */
        ERROR,
        /** It is stopped. */
        TIME_OUT;

        private int seconds(Resource function) {
            return this == TIME_OUT ? function.get("/Timeout").asInt() : 0;
        }
    }

    /** Between the end of one asynchronous call and the start of the next, in seconds. */
    private static final List<Integer> PAUSES = List.of(60, 120);

    /** A message that comes back each time its visibility time-out is over. */
    static FailurePath ofMessage(Resource source, Resource queue, Failure failure) {
        if (failure == Failure.REPORTED
                && !source.text("/FunctionResponseTypes").equals("ReportBatchItemFailures")) {
            return new FailurePath(List.of(0), 0, LOST);
        }
        int visibility = queue.get("/VisibilityTimeout").asInt();
        int receives = queue.get("/RedrivePolicy/maxReceiveCount").asInt();
        return new FailurePath(
                IntStream.range(0, receives).mapToObj(i -> i * visibility).toList(),
                receives * visibility,
                queueIn(queue.text("/RedrivePolicy/deadLetterTargetArn")));
    }

    /** A call that nobody waits for, made again until it has been often enough, or is too old. */
    static FailurePath ofCall(Resource config, Resource function, List<String> allowed, Failure failure) {
        if (failure == Failure.REPORTED) {
            return new FailurePath(List.of(0), 0, LOST);
        }
        List<Integer> tried = new ArrayList<>(List.of(0));
        int ended = failure.seconds(function);
        for (int pause : PAUSES.subList(0, config.get("/MaximumRetryAttempts").asInt())) {
            if (ended + pause <= config.get("/MaximumEventAgeInSeconds").asInt()) {
                tried.add(ended + pause);
                ended += pause + failure.seconds(function);
            }
        }
        String destination = config.text("/DestinationConfig/OnFailure/Destination");
        boolean kept = !destination.isEmpty() && allowed.contains("Allow sqs:SendMessage on " + destination);
        return new FailurePath(tried, ended, kept ? queueIn(destination) : LOST);
    }

    /** How long after one try the next begins, at the least, in seconds. */
    int shortestPause() {
        return IntStream.range(1, tried.size())
                .map(i -> tried.get(i) - tried.get(i - 1))
                .min()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return "tried after %s s, after %d s in %s"
                .formatted(tried.stream().map(String::valueOf).collect(Collectors.joining(", ")), ended, where);
    }

    /** {@code ${Messaging/Queue.Arn}} is the queue's name and no more. */
    private static String queueIn(String arn) {
        return arn.replaceAll("\\$\\{(.*/)?|\\.Arn}", "");
    }
}
