package atlas.adapters;

/** What may become of a request on its way to {@link LocalAws}. */
enum Fault {
    /** Refused for coming too often. */
    THROTTLED,
    /** Refused for lack of a permission. */
    FORBIDDEN,
    /** Carried out, but the connection breaks before the answer. */
    ANSWER_LOST,
    /** Neither carried out nor answered. */
    SILENT;

    /** In the words of the service that {@code operation} belongs to. */
    Answer answer(String operation) {
        boolean toS3 = operation.startsWith("s3:");
        return switch (this) {
            case THROTTLED -> toS3 ? Answer.xml(503, error("SlowDown")) : Answer.json(400, type("ThrottlingException"));
            case FORBIDDEN ->
                toS3 ? Answer.xml(403, error("AccessDenied")) : Answer.json(400, type("AccessDeniedException"));
            case ANSWER_LOST, SILENT -> throw new IllegalStateException(this + " has no answer");
        };
    }

    private static String error(String code) {
        return "<Error><Code>%s</Code><Message>loopback says so</Message></Error>".formatted(code);
    }

    private static String type(String code) {
        return "{\"__type\":\"com.amazon.coral.service#%s\",\"message\":\"loopback says so\"}".formatted(code);
    }
}
