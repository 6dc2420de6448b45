import assert from "node:assert/strict";
import { test } from "node:test";
import { describe, firstReady, healthOf, listOptions } from "../../../page/options.js";

const answers = (table) => async (url) => {
  const { status = 200, option, body = {} } = table[url] ?? { status: 404 };
  return new Response(JSON.stringify(body), { status, headers: option ? { "X-Compute-Option": option } : {} });
};
const fargate = { id: "ecs-fargate", title: "ECS on Fargate", stack: "EcsFargate", base: "/ecs-fargate" };
const local = { id: "", title: "This server", base: "" };

test("options.json lists the options, each below its id", async () => {
  const body = { options: [{ id: "ecs-fargate", title: "ECS on Fargate", stack: "EcsFargate" }] };
  assert.deepEqual(await listOptions(answers({ "options.json": { body } })), [fargate]);
});

test("without options.json there is one option, at the root", async () => {
  assert.deepEqual(await listOptions(answers({})), [local]);
});

for (const [what, answer, expected] of [
  ["answers", { option: "ecs-fargate" }, { state: "ready", name: "ecs-fargate" }],
  ["is stopping", { status: 503, option: "ecs-fargate" }, { state: "draining", name: "ecs-fargate" }],
  ["is not deployed", { status: 404 }, { state: "absent" }],
  ["is a page that answers everything", { status: 200 }, { state: "absent" }],
  ["is another option", { option: "lambda-http-api" }, { state: "absent" }],
]) {
  test(`health of what ${what} is ${expected.state}`, async () =>
    assert.deepEqual(await healthOf(fargate, answers({ "/ecs-fargate/health": answer })), expected));
}

test("health of what does not answer is absent", async () => {
  const dead = async () => Promise.reject(new TypeError("Failed to fetch"));
  assert.deepEqual(await healthOf(fargate, dead), { state: "absent" });
});

test("a server of its own is whatever it says it is", async () => {
  assert.deepEqual(await healthOf(local, answers({ "/health": { option: "local" } })), {
    state: "ready",
    name: "local",
  });
});

test("the first option that is there is not kept waiting by those behind it", async () => {
  const [absent, ready, slow] = ["a", "b", "c"].map((id) => ({ id, base: `/${id}` }));
  const table = answers({ "/b/health": { option: "b" } });
  const fetch = (url) => (url.startsWith("/c") ? new Promise(() => {}) : table(url));
  assert.equal(await firstReady([absent, ready, slow], fetch), ready);
});

test("when no option is there the first one says so", async () => {
  assert.equal(await firstReady([fargate, local], answers({})), fargate);
});

test("an option is described by its machine and its program", async () => {
  const body = {
    architecture: "aarch64",
    vcpu: 1,
    memoryMiB: 512,
    zone: "us-east-1a",
    jvm: "Amazon Corretto 25",
    startupMillis: 312,
  };
  assert.deepEqual(await describe(fargate, answers({ "/ecs-fargate/": { body } })), [
    "aarch64 · 1 vCPU · 512 MiB · us-east-1a",
    "Amazon Corretto 25 · started in 312 ms",
  ]);
});

test("an option that tells nothing has no description", async () => {
  assert.deepEqual(await describe(fargate, answers({})), []);
  assert.deepEqual(await describe(fargate, answers({ "/ecs-fargate/": { body: {} } })), []);
});
