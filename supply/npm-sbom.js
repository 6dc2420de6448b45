// Writes the bills of materials of what the project takes from npm, as package-lock.json pins it: what it hands on, and that
// together with the tools that it runs.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("..", import.meta.url);

function bill(...options) {
  const args = ["sbom", "--sbom-format=cyclonedx", "--package-lock-only", ...options];
  const npm = spawnSync("npm", args, { cwd: fileURLToPath(root), encoding: "utf8" });
  if (npm.status !== 0) {
    console.error("error: npm could not list its packages\n%s", npm.stderr);
    process.exit(1);
  }

  // A number at random, the hour, and which npm it was: the same lock file would give another file each time.
  const listed = JSON.parse(npm.stdout);
  delete listed.serialNumber;
  delete listed.metadata.timestamp;
  delete listed.metadata.tools;
  // npm calls it after the folder it lies in.
  listed.metadata.component.name = "compute-atlas";
  return JSON.stringify(listed, null, 2) + "\n";
}

mkdirSync(new URL("target", import.meta.url), { recursive: true });
writeFileSync(new URL("target/npm.cdx.json", import.meta.url), bill("--omit=dev"));
writeFileSync(new URL("target/npm-with-tools.cdx.json", import.meta.url), bill());
