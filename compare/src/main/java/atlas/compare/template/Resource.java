package atlas.compare.template;

/**
 * One resource of a template.
 *
 * @param name stack and logical id
 * @param type CloudFormation's, such as {@code AWS::ECS::Service}
 * @param lifecycle what CloudFormation does with it: CreationPolicy, DeletionPolicy, UpdatePolicy, UpdateReplacePolicy
 */
public record Resource(Reference name, String type, Value properties, Value lifecycle) {
    /** A property's value, a name a step from outside to inside. */
    public Value at(String... names) {
        return properties.at(names);
    }

    public boolean is(String type) {
        return this.type.equals(type);
    }
}
