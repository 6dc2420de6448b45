package atlas.http;

/**
 * What not every way to the app can do. A case that needs one that is lacking is still sent, and held to less: it must be
 * refused by somebody, and without a stack trace.
 */
public enum Capability {
    /** Paths without the option's prefix reach the app. The CDN and the load balancer route by prefix. */
    ROOT_PATHS,
    /** Escapes and dots in path and query reach the app as sent. API Gateway decodes, others tidy up; so it may be served. */
    RAW_TARGET,
    /** A path that is no path by RFC 3986 reaches the app. The JDK's server and most proxies refuse it themselves. */
    MALFORMED_TARGET,
    /** Any token is passed on as a method. CloudFront and API Gateway answer unusual ones themselves. */
    ANY_METHOD,
    /** Headers of more than 16 KiB reach the app. API Gateway takes 10 KiB, CloudFront 20 KiB. */
    LARGE_HEADERS,
    /** A body far beyond the limit can be refused while it is still being sent. */
    LARGE_BODY,
    /** The answer to HEAD keeps the length that GET would have. A Lambda function's answer gets its own body's length. */
    HEAD_LENGTH
}
