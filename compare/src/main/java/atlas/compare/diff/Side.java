package atlas.compare.diff;

import atlas.compare.template.Reference;
import atlas.compare.template.Stack;
import atlas.compare.template.Unit;
import atlas.compare.template.ValueText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How one of two stacks writes its values: for a reader; and for being compared, when resources that stand for each other have
 * one name, and when what is only the stack's own name, or its option's, makes no difference.
 */
final class Side {
    private final ValueText shown;
    private final ValueText exact = new ValueText(Reference::toString);
    private final ValueText compared;
    private final List<Pattern> ownNames;

    /**
     * @param other the stack on the other side
     * @param common what the resources of this side that have a counterpart are called on both
     */
    Side(Stack own, Stack other, Map<Reference, String> common) {
        shown = new ValueText(name -> name.stack().equals(own.name()) ? name.plainId() : plain(name));
        compared = new ValueText(name -> common.getOrDefault(name, name.toString()));
        ownNames = own.name().equals(other.name()) ? List.of() : ownNames(own);
    }

    private static String plain(Reference name) {
        return new Reference(name.stack(), name.plainId()).toString();
    }

    /** The stack's name begins the physical names that the CDK makes, with a hash behind; the option's id is a word. */
    private static List<Pattern> ownNames(Stack own) {
        Optional<Pattern> stack = Optional.of(own.name())
                .filter(name -> !name.isEmpty())
                .map(name -> Pattern.compile("\\b" + Pattern.quote(name) + "(\\w*?)(?:[0-9A-F]{8})?\\b"));
        Optional<Pattern> option = own.unit()
                .map(Unit::option)
                .map(id -> Pattern.compile("(?<![\\w-])" + Pattern.quote(id) + "(?![\\w-])()"));
        return Stream.of(stack, option).flatMap(Optional::stream).toList();
    }

    /** For a reader. */
    String shown(Leaf value) {
        return value.in(shown);
    }

    /** For a reader who would not see the difference otherwise. */
    String exact(Leaf value) {
        return value.in(exact);
    }

    /** The same on both sides for what is no difference. */
    String compared(Leaf value) {
        String text = value.in(compared);
        for (Pattern name : ownNames) {
            text = name.matcher(text).replaceAll("<own>$1");
        }
        return text;
    }
}
