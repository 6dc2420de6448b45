package atlas.infra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TableTest {
    private static final Table TABLE = new Table("fruit", "pieces");

    static {
        TABLE.add("apple", 5);
        TABLE.add("fig", 12);
    }

    @Test
    void setsNumbersToTheRight() {
        assertEquals("fruit  pieces\napple       5\nfig        12", TABLE.text());
    }

    @Test
    void setsNumbersToTheRightInMarkdownToo() {
        assertEquals("| fruit | pieces |\n| --- | ---: |\n| apple | 5 |\n| fig | 12 |", TABLE.markdown());
    }

    @Test
    void isItsHeadAloneWithoutRows() {
        assertEquals("a  b", new Table("a", "b").text());
    }
}
