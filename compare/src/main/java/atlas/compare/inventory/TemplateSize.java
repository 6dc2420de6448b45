package atlas.compare.inventory;

import atlas.compare.template.Stack;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How much of what CloudFormation takes a template uses up. Limits: docs.aws.amazon.com, "Understand CloudFormation quotas",
 * remembered; its megabyte is taken for a million bytes.
 *
 * @param stack its name; empty for a template that stands alone
 * @param bytes as it lies on the disk
 */
public record TemplateSize(String stack, long bytes, int resources) {
    /** Of a template that CloudFormation reads from S3. */
    public static final long MOST_BYTES = 1_000_000;

    public static final int MOST_RESOURCES = 500;

    static TemplateSize of(Stack stack) {
        return new TemplateSize(
                stack.name(),
                stack.bytes(),
                stack.resources().size() + stack.unread().size());
    }

    /** 1 when it is full. */
    public BigDecimal shareOfBytes() {
        return share(bytes, MOST_BYTES);
    }

    /** 1 when it is full. */
    public BigDecimal shareOfResources() {
        return share(resources, MOST_RESOURCES);
    }

    private static BigDecimal share(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), MathContext.DECIMAL64);
    }
}
