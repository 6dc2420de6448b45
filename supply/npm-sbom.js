// Writes the bill of materials of what the project takes from npm and hands on, as package-lock.json pins it.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("..", import.meta.url);
const options = ["sbom", "--sbom-format=cyclonedx", "--package-lock-only", "--omit=dev"];
const npm = spawnSync("npm", options, { cwd: fileURLToPath(root), encoding: "utf8" });
if (npm.status !== 0) {
  console.error("error: npm could not list its packages\n%s", npm.stderr);
  process.exit(1);
}

// A number at random, the hour, and which npm it was: the same lock file would give another file each time.
const bill = JSON.parse(npm.stdout);
delete bill.serialNumber;
delete bill.metadata.timestamp;
delete bill.metadata.tools;
// npm calls it after the folder it lies in.
bill.metadata.component.name = "compute-atlas";

mkdirSync(new URL("target", import.meta.url), { recursive: true });
writeFileSync(new URL("target/npm.cdx.json", import.meta.url), JSON.stringify(bill, null, 2) + "\n");
