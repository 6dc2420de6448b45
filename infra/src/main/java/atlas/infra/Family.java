package atlas.infra;

/** What kind of thing runs the app, and so how much of it is yours to look after. */
public enum Family {
    /** A guest operating system of your own. */
    VIRTUAL_MACHINE("virtual machine"),
    /** A package of code and dependencies. */
    CONTAINER("container"),
    /** Code that AWS starts when somebody asks. */
    FUNCTION("function");

    private final String title;

    Family(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
