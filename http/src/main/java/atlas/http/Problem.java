package atlas.http;

import java.util.LinkedHashMap;

/** Why a request is not answered: becomes RFC 9457 problem details. The message is fit to be shown to the requester. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Status status;
    private final String field;

    /** A problem with the request as a whole. */
    Problem(Status status, String detail) {
        this(status, "", detail);
    }

    /** @param field the name of the parameter, header or JSON field that is wrong; empty for none of them */
    Problem(Status status, String field, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.field = field;
    }

    Response response() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("type", "about:blank");
        fields.put("title", status.title());
        fields.put("status", status.code());
        fields.put("detail", getMessage());
        if (!field.isEmpty()) {
            fields.put("field", field);
        }
        return Json.response(status.code(), "application/problem+json", fields);
    }
}
