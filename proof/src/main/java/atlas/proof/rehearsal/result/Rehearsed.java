package atlas.proof.rehearsal.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * What came of one option, or of one layer alone, with all stacks it needs.
 *
 * @param id of the option or, for a layer, of its stack
 * @param why the first thing that went wrong; empty when nothing did
 * @param stacks in the order of their deployment
 * @param served yes, no, or not asked: a layer alone serves nobody
 * @param answers what was asked, and what came of it
 * @param changes what a second deployment of the same changed
 * @param left what was there afterwards and not before
 */
@JsonPropertyOrder({"id", "created", "why", "served", "answers", "unchanged", "changes", "destroyed", "left", "stacks"})
public record Rehearsed(
        String id,
        Created created,
        String why,
        List<StackSeen> stacks,
        Outcome served,
        List<String> answers,
        Outcome unchanged,
        List<String> changes,
        Outcome destroyed,
        List<String> left,
        int seconds) {

    /**
     * One stack.
     *
     * @param status as CloudFormation says
     * @param real resources that their service knows
     * @param stubs by type: accepted and not there
     * @param skipped by type: in the template and not in the stack
     * @param notTold by type: there may be one, but no API tells
     */
    public record StackSeen(
            String id,
            String status,
            int resources,
            int real,
            Map<String, Integer> stubs,
            Map<String, Integer> skipped,
            Map<String, Integer> notTold) {

        /** A stack that is not there. */
        public static StackSeen none(String id, String status, int resources) {
            return new StackSeen(id, status, resources, 0, Map.of(), Map.of(), Map.of());
        }

        boolean isWhole() {
            return resources == real;
        }
    }

    /** Whether all that was asked for came to be. */
    boolean isGood() {
        return created == Created.ALL && served != Outcome.NO && unchanged == Outcome.YES && destroyed == Outcome.YES;
    }
}
