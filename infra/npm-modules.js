// Fetches what the build takes from npm, unless it is there. Every build asks, so asking must cost nothing.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("..", import.meta.url);
const wanted = Object.entries(read("package.json").dependencies);

if (wanted.some(([name, version]) => !isThere(name, version))) {
  // A developer's tools are left out, unless some of them are there already: npm would take them away.
  const developers = existsSync(new URL("node_modules/aws-cdk", root));
  const options = ["ci", "--no-audit", "--no-fund", "--silent", ...(developers ? [] : ["--omit=dev"])];
  const npm = spawnSync("npm", options, { cwd: fileURLToPath(root), stdio: "inherit" });
  if (npm.status !== 0) {
    console.error("error: npm could not fetch %s; to see why, type: npm ci", wanted.map(([name]) => name).join(", "));
    process.exit(1);
  }
}

function isThere(name, version) {
  const file = `node_modules/${name}/package.json`;
  return existsSync(new URL(file, root)) && read(file).version === version;
}

function read(file) {
  return JSON.parse(readFileSync(new URL(file, root)));
}
