package atlas.compare.report;

import static atlas.compare.report.Page.row;

import atlas.compare.inventory.AlwaysOn;
import atlas.compare.inventory.ComputeSize;
import atlas.compare.inventory.EntryPoint;
import atlas.compare.inventory.Inventory;
import atlas.compare.inventory.LayerCount;
import atlas.compare.inventory.OpenPort;
import atlas.compare.inventory.Scaled;
import atlas.compare.inventory.TemplateSize;
import atlas.compare.inventory.Timeout;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** An inventory for a terminal: what there is, what runs, who gets in, how it scales and ends, what it may do. */
public final class InventoryText {
    private final Inventory inventory;
    private final Page page = new Page();

    private InventoryText(Inventory inventory) {
        this.inventory = inventory;
    }

    public static String of(Inventory inventory) {
        return new InventoryText(inventory).text();
    }

    private String text() {
        page.line(
                inventory.title().equals(inventory.setUp())
                        ? inventory.setUp()
                        : "%s: %s".formatted(inventory.setUp(), inventory.title()));
        page.line("%s of %s in %s"
                .formatted(
                        Words.count(inventory.resources(), "resource"),
                        Words.count(inventory.types(), "type"),
                        Words.count(inventory.templates().size(), "template")));
        layers();
        section("always on", inventory.alwaysOn(), InventoryText::alwaysOn);
        section("public entry points", inventory.entryPoints(), InventoryText::entryPoint);
        section("ports open to everywhere", inventory.openPorts(), InventoryText::openPort);
        section("computes", inventory.computes(), InventoryText::compute);
        scaling();
        section("time-outs, in seconds (* AWS's default)", inventory.timeouts(), InventoryText::timeout);
        new InventoryCareText(inventory, page).write();
        templates();
        return page.toString();
    }

    private <T> void section(String title, List<T> entries, java.util.function.Function<T, List<String>> row) {
        page.heading(entries.isEmpty() ? title + ": none" : title);
        page.rows(entries.stream().map(row).toList());
    }

    private void layers() {
        page.heading("layers");
        for (LayerCount layer : inventory.layers()) {
            List<String> types = new ArrayList<>();
            layer.types().forEach((type, count) -> types.add((count == 1 ? "" : count + " ") + Words.type(type)));
            page.list("  %-10s %4d  ".formatted(layer.layer().title(), layer.resources()), types);
        }
    }

    private static List<String> alwaysOn(AlwaysOn entry) {
        String units = entry.units().isPresent()
                ? Words.count(entry.units().getAsInt(), entry.unit())
                : "? %ss".formatted(entry.unit());
        return row(units, entry.resource().toString());
    }

    private static List<String> entryPoint(EntryPoint entry) {
        return row(entry.kind(), entry.resource().toString(), entry.detail());
    }

    private static List<String> openPort(OpenPort port) {
        return row(
                "%s %s"
                        .formatted(port.protocol(), ports(port.from(), port.to()))
                        .strip(),
                port.source(),
                port.group().toString());
    }

    private static String ports(OptionalInt from, OptionalInt to) {
        if (from.isEmpty()) {
            return "";
        }
        return to.isEmpty() || to.getAsInt() == from.getAsInt()
                ? String.valueOf(from.getAsInt())
                : from.getAsInt() + "-" + to.getAsInt();
    }

    private static List<String> compute(ComputeSize compute) {
        return row(
                compute.unit(),
                compute.vcpu().map(vcpu -> Words.number(vcpu) + " vCPU").orElse("? vCPU"),
                compute.memoryMiB().isPresent()
                        ? "%,d MiB".formatted(compute.memoryMiB().getAsInt())
                        : "? MiB",
                compute.architecture().map(ComputeSize.Architecture::title).orElse(""),
                compute.on(),
                compute.resource().toString());
    }

    private void scaling() {
        page.heading(inventory.scaled().isEmpty() ? "scaling: none" : "scaling");
        for (Scaled scaled : inventory.scaled()) {
            page.line("  %s  %s".formatted(ScalingText.bounds(scaled), scaled.resource()));
            scaled.rules().forEach(rule -> page.line("      " + ScalingText.of(rule)));
        }
    }

    private static List<String> timeout(Timeout timeout) {
        String seconds = timeout.seconds().map(Words::number).orElse("?");
        String resource = timeout.resource() + (timeout.element().isEmpty() ? "" : " " + timeout.element());
        return row(seconds + (timeout.byDefault() ? "*" : ""), timeout.what(), resource);
    }

    private void templates() {
        page.heading("templates, and their share of what CloudFormation takes");
        List<List<String>> rows = new ArrayList<>();
        for (TemplateSize template : inventory.templates()) {
            rows.add(row(
                    template.stack().isEmpty() ? inventory.setUp() : template.stack(),
                    "%,d bytes".formatted(template.bytes()),
                    percent(template.shareOfBytes()),
                    Words.count(template.resources(), "resource"),
                    percent(template.shareOfResources())));
        }
        page.rows(rows);
    }

    private static String percent(BigDecimal share) {
        return "%.1f %%".formatted(share.movePointRight(2));
    }
}
