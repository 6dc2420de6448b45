package atlas.proof.rehearsal.gap;

import com.fasterxml.jackson.databind.node.ObjectNode;

final class EmptyChangeSets implements TemplateGap {
    private static final String VERSION = "BootstrapVersion";

    @Override
    public String emulator() {
        return "floci";
    }

    @Override
    public String name() {
        return "empty change sets";
    }

    @Override
    public String reason() {
        return "a change set never turns out empty here, and the CDK asks for one wherever a template has a parameter from SSM;"
                + " without the check of the bootstrap's version it compares the templates itself";
    }

    @Override
    public boolean bridge(ObjectNode template, Assets assets) {
        if (!template.path("Parameters").has(VERSION)) {
            return false;
        }
        ((ObjectNode) template.path("Parameters")).remove(VERSION);
        ((ObjectNode) template.path("Rules")).remove("CheckBootstrapVersion");
        return true;
    }
}
