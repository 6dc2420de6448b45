package atlas.compare.cli;

import atlas.compare.BadInput;
import atlas.compare.choice.Needs;
import atlas.compare.choice.Requirement;
import atlas.compare.choice.Start;
import atlas.compare.workload.WorkloadFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Asks somebody at a terminal; an empty answer takes what stands in brackets, and one that is none is asked for again. */
final class Questions {
    private static final String NO_LIMIT = "no limit";

    private final BufferedReader in;
    private final PrintWriter out;

    Questions(BufferedReader in, PrintWriter out) {
        this.in = in;
        this.out = out;
    }

    /**
     * What was answered.
     *
     * @param workload a file's name, or that of one that is shipped
     */
    record Answers(Needs needs, String workload) {}

    /** @throws BadInput when the answers end too early */
    Answers ask() {
        out.println("An empty answer takes what stands in brackets.");
        Start start = ask("What starts the work: requests, events or clock?", "requests", new Titles.OfStart()::named);
        String workload = start == Start.CLOCK
                ? ChooseCommand.DEFAULT_WORKLOAD
                : ask(
                        "How do they come: quiet-tool, steady-api, spiky-site, or a workload file?",
                        ChooseCommand.DEFAULT_WORKLOAD,
                        Questions::readable);
        Set<Requirement> requirements = EnumSet.noneOf(Requirement.class);
        for (Requirement requirement : Requirement.values()) {
            if (isAsked(requirement, start) && ask(capital(requirement.question()), "no", Questions::yes)) {
                requirements.add(requirement);
            }
        }
        boolean avoidsColdStarts = start == Start.REQUESTS
                && !ask("May a request now and then wait a second for a start?", "yes", Questions::yes);
        Optional<BigDecimal> budget = ask("What may it cost a month, in USD?", NO_LIMIT, Questions::budget);
        out.println();
        return new Answers(new Needs(start, requirements, avoidsColdStarts, budget), workload);
    }

    /** Nobody is connected to what nobody asks. */
    private static boolean isAsked(Requirement requirement, Start start) {
        return requirement != Requirement.WEBSOCKET || start == Start.REQUESTS;
    }

    private <T> T ask(String question, String otherwise, Function<String, T> read) {
        while (true) {
            out.print("%s [%s] ".formatted(question, otherwise));
            out.flush();
            String answer = line(question).strip();
            try {
                return read.apply(answer.isEmpty() ? otherwise : answer);
            } catch (BadInput refused) {
                out.println("  " + refused.getMessage());
            }
        }
    }

    private String line(String question) {
        try {
            String line = in.readLine();
            if (line != null) {
                return line;
            }
        } catch (IOException broken) {
            throw new BadInput("the answers cannot be read: " + broken.getMessage());
        }
        out.println();
        throw new BadInput("the answers end before \"%s\"; flags do it without questions, see ./atlas choose --help"
                .formatted(question));
    }

    private static boolean yes(String answer) {
        return switch (answer.toLowerCase(Locale.ROOT)) {
            case "y", "yes" -> true;
            case "n", "no" -> false;
            default -> throw new BadInput("yes or no, please; got " + answer);
        };
    }

    private static Optional<BigDecimal> budget(String answer) {
        return answer.equals(NO_LIMIT) ? Optional.empty() : Optional.of(Usd.parse(answer));
    }

    private static String readable(String name) {
        WorkloadFile.read(name);
        return name;
    }

    private static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
