package atlas.compare.facts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the facts of a row begin with, so that they can be counted and compared as well as read. */
public enum Answers {
    /** Anything: a figure, a range, a sentence. */
    FREE("free"),
    YES_NO("yes-no", Answers.YES, Answers.NO),
    /** Who does it; nobody where there is nothing to do. */
    WHO("who", Answers.AWS, Answers.YOU, Answers.BOTH, Answers.NOBODY);

    public static final String YES = "yes";
    public static final String NO = "no";
    public static final String AWS = "AWS";
    public static final String YOU = "you";
    public static final String BOTH = "both";
    public static final String NOBODY = "nobody";

    private final String title;
    private final List<String> words;

    Answers(String title, String... words) {
        this.title = title;
        this.words = List.of(words);
    }

    /** As the files write it. */
    String title() {
        return title;
    }

    /** Those that a fact may begin with; none where it may begin with anything. */
    List<String> words() {
        return words;
    }

    static Optional<Answers> titled(String title) {
        return Arrays.stream(values())
                .filter(answers -> answers.title.equals(title))
                .findFirst();
    }
}
