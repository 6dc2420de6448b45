package atlas.compare.facts;

/**
 * Where a fact was read.
 *
 * @param title document and page
 * @param at an address, or a path below the project's root
 * @param read the day it was read, or had been read by whom it was quoted; as exact as it is known
 */
public record Source(String id, String title, String at, String read) {
    /** Whether it is a file of this project. */
    public boolean isOurs() {
        return !at.startsWith("https://");
    }
}
