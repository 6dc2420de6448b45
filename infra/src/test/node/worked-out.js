// Works CloudFormation's functions out, as a deployment would, for what a machine or a cluster is handed.
//
// usage: node worked-out.js TEMPLATE IDS TYPE [PATH]
//   IDS is a file that says what a reference stands for: by logical id, or by the name of another stack's export, of
//   both of which the beginning is enough. Prints the text at PATH (a/b/c) of the only resource of that type, or a line
//   of JSON for each of them, in the order in which CloudFormation creates them.
import { readFileSync } from "node:fs";

const PSEUDO_PARAMETERS = {
  "AWS::AccountId": "111122223333",
  "AWS::Partition": "aws",
  "AWS::URLSuffix": "amazonaws.com",
};

const [file, ids, type, path] = process.argv.slice(2);
const { Resources: resources } = JSON.parse(readFileSync(file));
const values = { ...PSEUDO_PARAMETERS, ...JSON.parse(readFileSync(ids)) };

const found = inOrderOfCreation(Object.keys(resources)).filter((id) => resources[id].Type === type);
if (path === undefined) {
  for (const id of found) console.log(JSON.stringify({ id, properties: workedOut(resources[id].Properties) }));
} else {
  if (found.length !== 1) throw new Error(`${file} has ${found.length} resources of type ${type}, expected one`);
  const at = path.split("/").reduce((value, key) => value[key], resources[found[0]].Properties);
  process.stdout.write(workedOut(at));
}

function workedOut(value) {
  if (Array.isArray(value)) return value.map(workedOut);
  if (value === null || typeof value !== "object") return value;
  const [[name, argument] = []] = Object.entries(value);
  if (name === "Ref" || name === "Fn::ImportValue") return valueOf(argument);
  if (name === "Fn::GetAtt") return valueOf(argument.join("."));
  if (name === "Fn::Sub") return substituted(Array.isArray(argument) ? argument : [argument, {}]);
  if (name === "Fn::Join") return argument[1].map(workedOut).join(argument[0]);
  if (name === "Fn::Base64") return workedOut(argument);
  if (name?.startsWith("Fn::")) throw new Error(`${file}: ${name} is not worked out here`);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, workedOut(inner)]));
}

function substituted([text, blanks]) {
  return text.replace(/\$\{([^}]+)}/g, (_, name) => (name in blanks ? workedOut(blanks[name]) : valueOf(name)));
}

function valueOf(name) {
  const keys = Object.keys(values).filter((key) => name.startsWith(key));
  if (keys.length !== 1) throw new Error(`${ids}: ${keys.length} values for ${name}, expected one`);
  return values[keys[0]];
}

function inOrderOfCreation(logicalIds, order = new Set()) {
  for (const id of logicalIds) {
    if (!order.has(id)) {
      inOrderOfCreation([resources[id].DependsOn ?? []].flat(), order);
      order.add(id);
    }
  }
  return [...order];
}
