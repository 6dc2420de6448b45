package atlas.proof.rule;

import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import java.util.stream.Stream;

/** Something that CloudFormation takes, and AWS, or the one who deploys it, does not. */
interface Rule {
    /** As findings and reasons name it: lower case, with hyphens. */
    String id();

    /** What to do about any of its findings, in one line. */
    String remedy();

    /**
     * Where it is broken. A value that only a deployment knows breaks nothing.
     *
     * @return none where it holds
     */
    Stream<Breach> breaches(Deployment deployment);

    /**
     * One place where a rule is broken.
     *
     * @param text what is wrong, with the values it is about
     */
    record Breach(Reference resource, String text) {
        static Breach of(Resource resource, String text, Object... values) {
            return new Breach(resource.name(), text.formatted(values));
        }
    }
}
