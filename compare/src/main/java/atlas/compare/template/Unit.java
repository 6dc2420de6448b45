package atlas.compare.template;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What an option's stack tells about itself in its template's metadata: the unit that carries requests.
 *
 * @param option id
 * @param name instance, task or environment
 * @param vcpu of one unit
 * @param memoryMiB of one unit
 * @param min fewest units; 0 for an option that costs nothing while idle
 * @param max most units; 0 where only the account's quota ends it
 */
public record Unit(String option, String name, BigDecimal vcpu, int memoryMiB, int min, int max) {
    private static final String KEY = "ComputeAtlas";

    /** Empty when the template says nothing, or not all of it, or what cannot be. */
    static Optional<Unit> of(Template template) {
        Value unit = template.metadata(KEY);
        return unit.at("option").text().flatMap(option -> unit.at("unit")
                .text()
                .flatMap(name -> unit.at("vcpu").number().flatMap(vcpu -> unit.at("memoryMiB")
                        .whole()
                        .flatMap(memory -> unit.at("min").whole().flatMap(min -> unit.at("max")
                                .whole()
                                .map(max -> new Unit(option, name, vcpu, memory, min, max))
                                .filter(Unit::canBe))))));
    }

    private boolean canBe() {
        return vcpu.signum() > 0 && memoryMiB > 0 && min >= 0 && max >= 0;
    }
}
