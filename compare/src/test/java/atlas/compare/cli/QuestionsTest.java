package atlas.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.BadInput;
import atlas.compare.choice.Needs;
import atlas.compare.choice.Requirement;
import atlas.compare.choice.Start;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    private final StringWriter out = new StringWriter();

    @Test
    void anEmptyAnswerTakesWhatStandsInBrackets() {
        Questions.Answers answers = ask("\n".repeat(12));

        assertEquals(Needs.NONE, answers.needs());
        assertEquals("steady-api", answers.workload());
    }

    @Test
    void hearsWhatIsAnswered() {
        Questions.Answers answers = ask("requests\nquiet-tool\ny\nNO\nYes\nn\nn\nn\nn\nn\nno\n12.50\n");

        assertEquals(
                new Needs(
                        Start.REQUESTS,
                        Set.of(Requirement.LONG_WORK, Requirement.KUBERNETES),
                        true,
                        Optional.of(new BigDecimal("12.50"))),
                answers.needs());
        assertEquals("quiet-tool", answers.workload());
    }

    @Test
    void asksAgainForWhatIsNoAnswer() {
        ask("messages\nevents\nno-such.yaml\nspiky-site\nmaybe\nno\n" + "\n".repeat(6) + "a lot\n5\n");

        assertEquals("""
                An empty answer takes what stands in brackets.
                What starts the work: requests, events or clock? [requests] \
                  there is no messages; there are requests, events, clock
                What starts the work: requests, events or clock? [requests] \
                How do they come: quiet-tool, steady-api, spiky-site, or a workload file? [steady-api] \
                  there is no workload file no-such.yaml, and the workloads that are shipped are called \
                quiet-tool, spiky-site, steady-api
                How do they come: quiet-tool, steady-api, spiky-site, or a workload file? [steady-api] \
                Does a piece of work take longer than 15 minutes? [no]   yes or no, please; got maybe
                """, out.toString().substring(0, out.toString().indexOf("got maybe") + 10));
        assertTrue(out.toString().contains("  USD must be a number like 12.50, got a lot\n"));
    }

    @Test
    void asksNothingAboutRequestsWhereTheClockStartsTheWork() {
        Questions.Answers answers = ask("clock\n" + "\n".repeat(8));

        assertEquals(Start.CLOCK, answers.needs().start());
        assertTrue(!out.toString().contains("WebSocket") && !out.toString().contains("wait"), out.toString());
    }

    @Test
    void saysWhereTheAnswersEnd() {
        assertEquals(
                "the answers end before \"Does it need a GPU?\"; flags do it without questions, see ./atlas choose --help",
                assertThrows(BadInput.class, () -> ask("\n\n\n\n\n")).getMessage());
    }

    private Questions.Answers ask(String answers) {
        return new Questions(new BufferedReader(new StringReader(answers)), new PrintWriter(out)).ask();
    }
}
