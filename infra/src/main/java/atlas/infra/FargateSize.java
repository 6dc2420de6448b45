package atlas.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The pairs of CPU and memory that AWS Fargate runs. Source: docs.aws.amazon.com/AmazonECS, "Task size". */
final class FargateSize {
    /** CPU units, and the MiB that go with them. */
    private static final Map<Integer, List<Integer>> MEMORY_BY_CPU = new TreeMap<>(Map.of(
            256, List.of(512, 1024, 2048),
            512, gibibytes(1, 4),
            1024, gibibytes(2, 8),
            2048, gibibytes(4, 16),
            4096, gibibytes(8, 30)));

    private FargateSize() {}

    /**
     * @throws SettingsException naming the sizes that go together
     */
    static void refuseUnknown(int cpu, int memoryMiB) {
        List<Integer> memory = MEMORY_BY_CPU.get(cpu);
        if (memory == null) {
            throw new SettingsException("taskCpu must be one of %s, got %d; try -c taskCpu=1024"
                    .formatted(MEMORY_BY_CPU.keySet().toString().replaceAll("[\\[\\]]", ""), cpu));
        }
        if (!memory.contains(memoryMiB)) {
            throw new SettingsException("taskMemory must be one of %s with taskCpu=%d, got %d; try -c taskMemory=%d"
                    .formatted(memory.toString().replaceAll("[\\[\\]]", ""), cpu, memoryMiB, memory.get(0)));
        }
    }

    private static List<Integer> gibibytes(int from, int to) {
        return IntStream.rangeClosed(from, to).map(gib -> gib * 1024).boxed().toList();
    }
}
