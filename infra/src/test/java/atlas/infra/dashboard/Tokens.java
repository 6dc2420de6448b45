package atlas.infra.dashboard;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What CloudWatch takes a name apart into, by capitals, numbers and signs, to find it by parts that follow each other. */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\\d+");

    private Tokens() {}

    static List<String> of(String name) {
        return TOKEN.matcher(name)
                .results()
                .map(MatchResult::group)
                .map(token -> token.toLowerCase(Locale.ROOT))
                .toList();
    }

    static boolean finds(String term, String name) {
        return Collections.indexOfSubList(of(name), of(term)) >= 0;
    }
}
