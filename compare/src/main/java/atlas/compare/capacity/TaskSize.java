package atlas.compare.capacity;

import atlas.compare.template.LeftOpen;
import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a task or an instance of App Runner is given: units and MiB, or in words such as {@code 0.5 vCPU} and {@code 2 GB}. */
record TaskSize(BigDecimal vcpu, int memoryMiB) {
    static final BigDecimal UNITS_A_VCPU = BigDecimal.valueOf(1024);
    private static final Pattern WORDS = Pattern.compile("(\\d{0,9}\\.?\\d{1,9}) *(vcpu|gb)", Pattern.CASE_INSENSITIVE);
    private static final int MIB_A_GIB = 1024;
    private static final int MOST_MIB = 1_000_000;

    /** @throws LeftOpen where a template that must say both does not */
    static TaskSize of(Value cpu, Value memory) {
        return of(cpu.textOr(""), memory.textOr(""));
    }

    static TaskSize of(String cpu, String memory) {
        BigDecimal vcpu = number(cpu, UNITS_A_VCPU, BigDecimal.ONE);
        BigDecimal mib = number(memory, BigDecimal.ONE, BigDecimal.valueOf(MIB_A_GIB));
        if (vcpu.signum() <= 0 || mib.signum() <= 0 || mib.intValue() > MOST_MIB) {
            throw new LeftOpen("its size is %s of CPU and %s of memory".formatted(shown(cpu), shown(memory)));
        }
        return new TaskSize(vcpu, mib.intValue());
    }

    private static String shown(String written) {
        return written.isEmpty() ? "nothing" : written.replaceAll("\\s+", " ");
    }

    private static BigDecimal number(String written, BigDecimal aUnit, BigDecimal aWord) {
        Matcher words = WORDS.matcher(written);
        if (words.matches()) {
            return new BigDecimal(words.group(1)).multiply(aWord);
        }
        return written.matches("\\d{1,9}")
                ? new BigDecimal(written).divide(aUnit, MathContext.DECIMAL64)
                : BigDecimal.ZERO;
    }

    /** Of a task on instances, whose containers may be the only ones to say; 0 where nobody does. */
    static BigDecimal vcpuOnInstances(Resource task) {
        if (task.at("Cpu").isPresent()) {
            return number(task.at("Cpu").textOr(""), UNITS_A_VCPU, BigDecimal.ONE);
        }
        return task.at("ContainerDefinitions").list().stream()
                .map(container -> container.at("Cpu").numberOr(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(UNITS_A_VCPU, MathContext.DECIMAL64);
    }

    BigDecimal memoryGib() {
        return BigDecimal.valueOf(memoryMiB).divide(BigDecimal.valueOf(MIB_A_GIB), MathContext.DECIMAL64);
    }
}
