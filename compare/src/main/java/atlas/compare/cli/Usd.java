package atlas.compare.cli;

import atlas.compare.BadInput;
import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A sum of money as it is typed. */
final class Usd implements ITypeConverter<BigDecimal> {
    @Override
    public BigDecimal convert(String typed) {
        try {
            return parse(typed);
        } catch (BadInput refused) {
            throw new TypeConversionException(refused.getMessage());
        }
    }

    /** @throws BadInput where it is no number, or less than 0 */
    static BigDecimal parse(String typed) {
        try {
            BigDecimal usd = new BigDecimal(typed);
            if (usd.signum() >= 0 && usd.precision() - usd.scale() <= 15) {
                return usd;
            }
        } catch (NumberFormatException noNumber) {
            throw new BadInput("USD must be a number like 12.50, got " + typed);
        }
        throw new BadInput("USD must be 0 to 10^15, got " + typed);
    }
}
