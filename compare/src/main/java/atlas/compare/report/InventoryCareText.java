package atlas.compare.report;

import static atlas.compare.report.Page.row;

import atlas.compare.inventory.Alarm;
import atlas.compare.inventory.DeadLetter;
import atlas.compare.inventory.Encryption;
import atlas.compare.inventory.Identity;
import atlas.compare.inventory.Inventory;
import atlas.compare.inventory.LogGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The part of an inventory that an auditor asks for: who may do what, what is watched, kept, lost and encrypted. */
final class InventoryCareText {
    private final Inventory inventory;
    private final Page page;

    InventoryCareText(Inventory inventory, Page page) {
        this.inventory = inventory;
        this.page = page;
    }

    void write() {
        identities();
        alarms();
        logGroups();
        deadLetters();
        encryptions();
    }

    private void identities() {
        List<Identity> identities = inventory.identities();
        if (identities.isEmpty()) {
            page.heading("roles, users and groups: none");
            return;
        }
        long broad = identities.stream().filter(Identity::isBroad).count();
        page.heading("roles, users and groups: %d, %s broad"
                .formatted(identities.size(), broad == 0 ? "none" : String.valueOf(broad)));
        Table table = new Table(">statements", ">any action", ">any resource", ">both", "for", "name");
        for (Identity identity : identities) {
            table.add(
                    identity.statements(),
                    identity.anyAction(),
                    identity.anyResource(),
                    identity.anything(),
                    identity.isOpen() ? "anyone" : trusted(identity),
                    identity.resource());
        }
        page.table(table);
        identities.stream()
                .filter(identity -> !identity.managedPolicies().isEmpty())
                .forEach(identity -> page.listBelow(
                        "  managed policies of %s:".formatted(identity.resource()), identity.managedPolicies()));
    }

    private static String trusted(Identity identity) {
        return identity.trusted().isEmpty()
                ? identity.kind()
                : String.join(", ", identity.trusted()).replace("Service ", "").replace(".amazonaws.com", "");
    }

    private void alarms() {
        page.heading(inventory.alarms().isEmpty() ? "alarms: none" : "alarms");
        List<List<String>> rows = new ArrayList<>();
        for (Alarm alarm : inventory.alarms()) {
            rows.add(row(
                    alarm.condition(),
                    alarm.actions().isEmpty() ? "tells nobody" : "-> " + String.join(", ", alarm.actions())));
        }
        page.rows(rows);
    }

    private void logGroups() {
        List<LogGroup> groups = inventory.logGroups();
        page.heading(groups.isEmpty() ? "log groups: none" : "log groups");
        Map<Integer, List<String>> byDays = new TreeMap<>();
        groups.stream().filter(group -> group.days().isPresent()).forEach(group -> byDays.computeIfAbsent(
                        group.days().getAsInt(), days -> new ArrayList<>())
                .add(group.resource().toString()));
        byDays.forEach((days, names) -> page.listBelow("  kept for %s:".formatted(Words.count(days, "day")), names));
        named(
                "  kept for ever:",
                groups,
                group -> group.isWritten() && group.days().isEmpty());
        named("  made by Lambda beside the template, kept for ever:", groups, group -> !group.isWritten());
    }

    private void named(String lead, List<LogGroup> groups, Predicate<LogGroup> such) {
        List<String> names = groups.stream()
                .filter(such)
                .map(group -> group.resource().toString())
                .toList();
        if (!names.isEmpty()) {
            page.listBelow(lead, names);
        }
    }

    private void deadLetters() {
        List<DeadLetter> letters = inventory.deadLetters();
        page.heading(letters.isEmpty() ? "dead letters: none" : "dead letters");
        page.rows(letters.stream()
                .map(letter -> row(
                        attempts(letter),
                        letter.source().toString(),
                        letter.target().map(target -> "-> " + target).orElse("-> nowhere")))
                .toList());
    }

    private static String attempts(DeadLetter letter) {
        return letter.receives().isPresent()
                ? "after %d".formatted(letter.receives().getAsInt())
                : "";
    }

    private void encryptions() {
        List<Encryption> stores = inventory.encryptions();
        page.heading(stores.isEmpty() ? "stores and their encryption: none" : "stores and their encryption");
        stored(
                "  with a key of its own:",
                stores,
                store -> isOn(store) && store.key().isPresent());
        stored(
                "  with a key of AWS:",
                stores,
                store -> isOn(store) && store.key().isEmpty());
        stored("  off:", stores, store -> store.encrypted().filter(on -> !on).isPresent());
        stored("  not said, so as the service does:", stores, store -> store.encrypted()
                .isEmpty());
    }

    private static boolean isOn(Encryption store) {
        return store.encrypted().orElse(false);
    }

    private void stored(String lead, List<Encryption> stores, Predicate<Encryption> such) {
        List<String> names = stores.stream()
                .filter(such)
                .map(store -> store.resource().toString())
                .toList();
        if (!names.isEmpty()) {
            page.listBelow(lead, names);
        }
    }
}
