package atlas.proof.mistake;

import atlas.proof.gate.Finding;
import atlas.proof.gate.Gate;
import atlas.proof.gate.StackTemplate;
import atlas.proof.gate.Templates;
import atlas.proof.rule.RulesGate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Shows gates what is broken. A finding counts when the same resource does not have it while it is as it should be. */
public final class Trial {
    private final Templates assembly;
    private final Map<String, BrokenAssembly> broken = new TreeMap<>();

    /**
     * @param assembly as it should be
     * @param folder where to put what is not, in place of what is there
     */
    public Trial(Path assembly, List<Mistake> mistakes, Path folder) {
        this.assembly = Templates.in(assembly);
        try {
            remove(folder);
            for (Mistake mistake : mistakes) {
                Path own = Files.createDirectories(folder.resolve(mistake.id()));
                broken.put(mistake.id(), BrokenAssembly.of(this.assembly, mistake, own));
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** What was left the last time; links are removed, not followed. */
    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }

    /**
     * New rules at the broken resources.
     *
     * @param mistakes that the gate is shown
     */
    public Caught by(Gate gate, List<Mistake> mistakes) {
        long begun = System.nanoTime();
        Map<String, Set<String>> rules = gate instanceof RulesGate ? together(gate, mistakes) : apart(gate, mistakes);
        return Caught.by(gate, mistakes, rules, begun);
    }

    /** For a gate that judges the stacks of an assembly together, as ours does. */
    private Map<String, Set<String>> together(Gate gate, List<Mistake> mistakes) {
        Set<Finding> before = new HashSet<>(gate.findings(assembly));
        Map<String, Set<String>> caught = new TreeMap<>();
        for (Mistake mistake : mistakes) {
            BrokenAssembly one = broken.get(mistake.id());
            caught.put(mistake.id(), new TreeSet<>());
            gate.findings(one.templates()).stream()
                    .filter(finding -> !before.contains(finding))
                    .filter(finding -> one.resource().equals(finding.stack() + "/" + finding.resource()))
                    .forEach(finding -> caught.get(mistake.id()).add(finding.rule()));
        }
        return caught;
    }

    /** For a gate that judges each template by itself: in one run of its program. */
    private Map<String, Set<String>> apart(Gate gate, List<Mistake> mistakes) {
        List<StackTemplate> all = new ArrayList<>();
        Set<String> stacks = new TreeSet<>();
        mistakes.forEach(mistake -> broken.get(mistake.id()).changed().forEach(template -> {
            stacks.add(template.stack());
            all.add(new StackTemplate(mistake.id() + "/" + template.stack(), template.file(), template.region()));
        }));
        assembly.stacks().stream()
                .filter(template -> stacks.contains(template.stack()))
                .forEach(all::add);
        List<Finding> findings = gate.findings(new Templates(Optional.empty(), all));
        Set<Finding> seen = new HashSet<>(findings);
        Map<String, Set<String>> caught = new TreeMap<>();
        mistakes.forEach(mistake -> caught.put(mistake.id(), new TreeSet<>()));
        for (Finding finding : findings) {
            int separator = finding.stack().indexOf('/');
            if (separator < 0) {
                continue;
            }
            String id = finding.stack().substring(0, separator);
            String stack = finding.stack().substring(separator + 1);
            Finding before = new Finding(finding.rule(), stack, finding.resource(), finding.text(), finding.remedy());
            if (!seen.contains(before) && broken.get(id).resource().equals(stack + "/" + finding.resource())) {
                caught.get(id).add(finding.rule());
            }
        }
        return caught;
    }
}
