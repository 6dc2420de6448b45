// Visitors who ask for one tile after the other, none of them asked for before, and a load balancer's eye on readiness.
// When it flips, half of them stop at once; the others go on for a while, as a load balancer may learn it late.
//
// usage: node steady-load.js URL VISITORS SECONDS [ITERATIONS]     for so long the others go on
// Says how the requests ended. Exit code 0: readiness turned 503, and each request was answered with 200, whole.
import { Agent, get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const [url, visitors, seconds, iterations = "100"] = process.argv.slice(2);
const WATCH_MILLIS = 50;
const GIVE_UP_MILLIS = 120_000;
/** 1024 tiles of the set's edge, up to 50 kB each, and again with one more iteration: 100 take some ten milliseconds. */
const path = (n) =>
  `/tiles/16/${20_562 + (n % 32)}/${30_966 + ((n >> 5) % 32)}.png?iterations=${Number(iterations) + (n >> 10)}`;

/** How a request ended: its status, "cut" when the answer is not whole, else why there is none. */
function ask(what, agent) {
  return new Promise((ended) => {
    get(url + what, { agent }, (answer) => {
      answer.resume();
      answer.on("end", () => ended(answer.complete ? String(answer.statusCode) : "cut"));
      answer.on("error", () => ended("cut"));
    }).on("error", (reason) => ended(reason.code));
  });
}

const connections = new Agent({ keepAlive: true });
const endings = {};
const attentive = { asking: true };
const late = { asking: true };
let asked = 0;
let inFlight = 0;

async function visit(group) {
  while (group.asking) {
    inFlight++;
    const ending = await ask(path(asked++), connections);
    inFlight--;
    endings[ending] = (endings[ending] ?? 0) + 1;
    if (!/^\d/.test(ending)) return; // nobody goes on asking who is not there
  }
}

/** Each look is a connection of its own, as a load balancer's are. */
async function readinessFlips() {
  for (;;) {
    const ready = await ask("/health", false);
    if (ready !== "200") return ready;
    await sleep(WATCH_MILLIS);
  }
}

setTimeout(() => {
  console.log("readiness never flipped, or an answer never came");
  process.exit(1);
}, GIVE_UP_MILLIS).unref();

const visits = Array.from({ length: visitors }, (_, i) => visit(i % 2 ? late : attentive));
const flip = await readinessFlips();
attentive.asking = false;
const before = { asked, inFlight, millis: performance.now() };
await sleep(seconds * 1000);
late.asking = false;
await Promise.all(visits);
connections.destroy();

const howOften = Object.entries(endings).map(([ending, count]) => `${ending}: ${count}`);
console.log(
  `readiness turned ${flip} with ${before.inFlight} in flight; ${asked} requests, ${asked - before.asked} of them later,`,
  `the last ended ${((performance.now() - before.millis) / 1000).toFixed(1)} s after that; ${howOften.join(", ")}`,
);
process.exitCode = flip === "503" && endings["200"] === asked ? 0 : 1;
