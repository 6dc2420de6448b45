package atlas.compare.cli;

import atlas.compare.BadInput;
import atlas.compare.bill.PurchaseModel;
import atlas.compare.bill.Running;
import atlas.compare.choice.Requirement;
import atlas.compare.choice.Start;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Choices as they are typed, in lower case with hyphens. */
abstract class Titles<T> implements ITypeConverter<T>, Iterable<String> {
    private final List<T> values;
    private final Function<T, String> title;

    private Titles(T[] values, Function<T, String> title) {
        this.values = List.of(values);
        this.title = title;
    }

    @Override
    public T convert(String typed) {
        try {
            return named(typed);
        } catch (BadInput refused) {
            throw new TypeConversionException(refused.getMessage());
        }
    }

    /** @throws BadInput with those there are */
    T named(String typed) {
        return values.stream()
                .filter(value -> title.apply(value).equals(typed))
                .findFirst()
                .orElseThrow(
                        () -> new BadInput("there is no %s; there are %s".formatted(typed, String.join(", ", this))));
    }

    @Override
    public Iterator<String> iterator() {
        return values.stream().map(title).iterator();
    }

    static final class OfPurchase extends Titles<PurchaseModel> {
        OfPurchase() {
            super(PurchaseModel.values(), PurchaseModel::title);
        }
    }

    static final class OfRunning extends Titles<Running> {
        OfRunning() {
            super(Running.values(), Running::title);
        }
    }

    static final class OfStart extends Titles<Start> {
        OfStart() {
            super(Start.values(), Start::title);
        }
    }

    static final class OfRequirement extends Titles<Requirement> {
        OfRequirement() {
            super(Requirement.values(), Requirement::title);
        }
    }
}
