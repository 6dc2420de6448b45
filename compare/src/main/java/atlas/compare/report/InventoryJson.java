package atlas.compare.report;

import atlas.compare.inventory.AlwaysOn;
import atlas.compare.inventory.Bounds;
import atlas.compare.inventory.ComputeSize;
import atlas.compare.inventory.Identity;
import atlas.compare.inventory.Inventory;
import atlas.compare.inventory.LayerCount;
import atlas.compare.inventory.OpenPort;
import atlas.compare.inventory.Scaled;
import atlas.compare.inventory.TemplateSize;
import atlas.compare.inventory.Timeout;
import atlas.compare.template.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** An inventory as scripts read it; docs/setups.md describes the fields, and a test keeps them. */
public final class InventoryJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private InventoryJson() {}

    public static ObjectNode of(Inventory inventory) {
        ObjectNode json = JSON.objectNode();
        json.put("setUp", inventory.setUp());
        json.put("title", inventory.title());
        json.put("resources", inventory.resources());
        json.set("layers", list(inventory.layers(), InventoryJson::layer));
        json.set("alwaysOn", list(inventory.alwaysOn(), InventoryJson::alwaysOn));
        json.set("entryPoints", list(inventory.entryPoints(), entry -> entry(entry.resource(), entry.type())
                .put("kind", entry.kind())
                .put("detail", entry.detail())));
        json.set("openPorts", list(inventory.openPorts(), InventoryJson::openPort));
        json.set("computes", list(inventory.computes(), InventoryJson::compute));
        json.set("scaling", list(inventory.scaled(), InventoryJson::scaled));
        json.set("timeouts", list(inventory.timeouts(), InventoryJson::timeout));
        json.set("identities", list(inventory.identities(), InventoryJson::identity));
        json.set("alarms", list(inventory.alarms(), alarm -> entry(alarm.resource(), alarm.type())
                .put("condition", alarm.condition())
                .set("actions", texts(alarm.actions()))));
        json.set(
                "logGroups",
                list(
                        inventory.logGroups(),
                        group -> whole(entry(group.resource(), group.type()), "retentionInDays", group.days())));
        json.set(
                "deadLetters",
                list(
                        inventory.deadLetters(),
                        letter -> whole(
                                entry(letter.source(), letter.type())
                                        .put("target", letter.target().orElse(null)),
                                "maxReceiveCount",
                                letter.receives())));
        json.set("encryption", list(inventory.encryptions(), store -> entry(store.resource(), store.type())
                .put("encrypted", store.encrypted().orElse(null))
                .put("key", store.key().orElse(null))));
        json.set("templates", list(inventory.templates(), InventoryJson::template));
        return json;
    }

    private static <T> ArrayNode list(List<T> entries, Function<T, JsonNode> written) {
        ArrayNode list = JSON.arrayNode();
        entries.forEach(entry -> list.add(written.apply(entry)));
        return list;
    }

    private static ArrayNode texts(List<String> texts) {
        return list(texts, JSON::textNode);
    }

    private static ObjectNode entry(Reference resource, String type) {
        return JSON.objectNode().put("resource", resource.toString()).put("type", type);
    }

    private static ObjectNode whole(ObjectNode json, String key, OptionalInt number) {
        return json.put(key, number.isPresent() ? number.getAsInt() : null);
    }

    private static ObjectNode decimal(ObjectNode json, String key, Optional<BigDecimal> number) {
        return json.set(key, number.map(BillJson::number).orElse(JSON.nullNode()));
    }

    private static JsonNode layer(LayerCount layer) {
        ObjectNode json = JSON.objectNode().put("layer", layer.layer().title()).put("resources", layer.resources());
        ObjectNode types = json.putObject("types");
        layer.types().forEach(types::put);
        return json;
    }

    private static JsonNode alwaysOn(AlwaysOn entry) {
        return whole(entry(entry.resource(), entry.type()), "units", entry.units())
                .put("unit", entry.unit());
    }

    private static JsonNode openPort(OpenPort port) {
        ObjectNode json =
                JSON.objectNode().put("securityGroup", port.group().toString()).put("protocol", port.protocol());
        whole(json, "fromPort", port.from());
        whole(json, "toPort", port.to());
        return json.put("source", port.source());
    }

    private static JsonNode compute(ComputeSize compute) {
        ObjectNode json = entry(compute.resource(), compute.type())
                .put("unit", compute.unit())
                .put("on", compute.on());
        decimal(json, "vcpu", compute.vcpu());
        whole(json, "memoryMiB", compute.memoryMiB());
        return json.put(
                "architecture",
                compute.architecture().map(ComputeSize.Architecture::title).orElse(null));
    }

    private static JsonNode scaled(Scaled scaled) {
        ObjectNode json = entry(scaled.resource(), scaled.type()).put("unit", scaled.unit());
        bounds(json, scaled.bounds());
        return json.set("rules", list(scaled.rules(), ScalingJson::of));
    }

    static ObjectNode bounds(ObjectNode json, Bounds bounds) {
        decimal(json, "min", bounds.min());
        decimal(json, "desired", bounds.desired());
        return decimal(json, "max", bounds.max());
    }

    private static JsonNode timeout(Timeout timeout) {
        ObjectNode json = entry(timeout.resource(), timeout.type())
                .put("element", timeout.element())
                .put("what", timeout.what());
        return decimal(json, "seconds", timeout.seconds()).put("byDefault", timeout.byDefault());
    }

    private static JsonNode identity(Identity identity) {
        ObjectNode json = JSON.objectNode()
                .put("resource", identity.resource().toString())
                .put("kind", identity.kind());
        json.set("trusted", texts(identity.trusted()));
        json.put("statements", identity.statements())
                .put("anyAction", identity.anyAction())
                .put("anyResource", identity.anyResource())
                .put("anything", identity.anything());
        json.set("managedPolicies", texts(identity.managedPolicies()));
        return json.put("broad", identity.isBroad());
    }

    private static JsonNode template(TemplateSize template) {
        ObjectNode json = JSON.objectNode().put("stack", template.stack()).put("bytes", template.bytes());
        json.set("shareOfBytes", BillJson.number(template.shareOfBytes()));
        json.put("resources", template.resources());
        return json.set("shareOfResources", BillJson.number(template.shareOfResources()));
    }
}
