package atlas.compare.template;

import java.util.List;
import java.util.Optional;

/**
 * What one template creates, with the nested stacks whose templates are at hand.
 *
 * @param name empty for a template that stands alone
 * @param unread names of entries among its resources that are none, such as a transform's loops, and of transforms that may
 *     bring more
 * @param bytes of the template as it is sent to CloudFormation
 */
public record Stack(
        String name,
        String description,
        List<Resource> resources,
        Optional<Unit> unit,
        List<String> unread,
        long bytes) {

    public Stack {
        resources = List.copyOf(resources);
        unread = List.copyOf(unread);
    }

    static Stack of(String name, Template template) {
        return new Stack(
                name,
                template.description(),
                template.resources(),
                Unit.of(template),
                template.unread(),
                template.bytes());
    }
}
