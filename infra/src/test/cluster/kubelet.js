// Stands in for the kubelets of a control plane without nodes: a pod that has a node runs and is ready, one of a job is
// done, and one that is to go is gone.
//
// usage: node kubelet.js SERVER TOKEN
import https from "node:https";

const [server, token] = process.argv.slice(2);
let addresses = 0;
const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false });

function call(method, path, body, type = "application/json") {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body) ?? "";
    const headers = { authorization: `Bearer ${token}`, "content-type": type, "content-length": Buffer.byteLength(text) };
    const request = https.request(server + path, { method, agent, headers }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => resolve(JSON.parse(Buffer.concat(parts))));
    });
    request.on("error", reject);
    request.end(text);
  });
}

function status({ metadata, spec }) {
  const now = new Date().toISOString().replace(/\.\d+/, "");
  const done = metadata.ownerReferences?.some((owner) => owner.kind === "Job");
  const state = done
    ? { terminated: { exitCode: 0, reason: "Completed", startedAt: now, finishedAt: now } }
    : { running: { startedAt: now } };
  const ready = done ? "False" : "True";
  const podIP = `10.0.0.${(addresses++ % 250) + 1}`;
  return {
    podIP,
    podIPs: [{ ip: podIP }],
    phase: done ? "Succeeded" : "Running",
    startTime: now,
    conditions: ["PodScheduled", "Initialized", "ContainersReady", "Ready"].map((type, i) => ({
      type,
      status: i < 2 ? "True" : ready,
      lastTransitionTime: now,
    })),
    containerStatuses: spec.containers.map(({ name, image }) => ({
      name, image, imageID: image, ready: !done, started: !done, restartCount: 0, state,
    })),
  };
}

async function look() {
  const { items } = await call("GET", "/api/v1/pods");
  for (const pod of items) {
    const path = `/api/v1/namespaces/${pod.metadata.namespace}/pods/${pod.metadata.name}`;
    if (pod.metadata.deletionTimestamp) {
      await call("DELETE", path, { gracePeriodSeconds: 0, preconditions: { uid: pod.metadata.uid } });
    } else if (pod.spec.nodeName && pod.status.phase === "Pending") {
      await call("PATCH", `${path}/status`, { status: status(pod) }, "application/merge-patch+json");
    }
  }
}

for (;;) {
  await look().catch((error) => console.error(error));
  await new Promise((resolve) => setTimeout(resolve, 300));
}
