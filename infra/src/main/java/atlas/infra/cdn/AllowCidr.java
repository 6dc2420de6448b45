package atlas.infra.cdn;

import atlas.infra.Cidr;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awscdk.services.cloudfront.Function;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.FunctionRuntime;
import software.constructs.Construct;

/** Closes the site to everybody outside some ranges, at the edge, before anything that costs. */
final class AllowCidr extends Construct {
    private final Function function;

    AllowCidr(Construct scope, List<Cidr> ranges) {
        super(scope, "AllowCidr");
        function = Function.Builder.create(this, "Function")
                .comment("403 for viewers outside " + ranges.size() + " ranges")
                .runtime(FunctionRuntime.JS_2_0)
                .code(FunctionCode.fromInline(code(ranges)))
                .build();
    }

    FunctionAssociation atViewerRequest() {
        return FunctionAssociation.builder()
                .function(function)
                .eventType(FunctionEventType.VIEWER_REQUEST)
                .build();
    }

    static String code(List<Cidr> ranges) {
        String numbers = ranges.stream()
                .map(range -> "[%d, %d]".formatted(range.firstAddress(), range.size()))
                .collect(Collectors.joining(", "));
        try (InputStream source = AllowCidr.class.getResourceAsStream("allow-cidr.js")) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8).replace("/* ranges */", numbers);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
