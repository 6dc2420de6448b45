/**
 * The options this page can ask: {id, title, stack, base}. Behind the CDN a file `options.json` beside the page lists
 * them, each mounted under its id. Without that file the page was opened on a server of its own, whose app is at the
 * root; then there is one option and its answers say which.
 */

/** Longer than a cold start, shorter than patience. */
const PATIENCE = 15_000;

export async function listOptions(fetch = globalThis.fetch) {
  const answer = await fetch("options.json");
  if (!answer.ok) return [{ id: "", title: "This server", base: "" }];
  const { options } = await answer.json();
  return options.map(({ id, title, stack }) => ({ id, title, stack, base: `/${id}` }));
}

/** `ready`, `draining`, or `absent`: what answers in the place of an option that is not deployed names no option. */
export async function healthOf(option, fetch = globalThis.fetch) {
  const answer = await ask(`${option.base}/health`, fetch);
  const name = answer?.headers.get("X-Compute-Option");
  if (!name || (option.id && name !== option.id)) return { state: "absent" };
  return { state: answer.ok ? "ready" : "draining", name };
}

/** The first of some options that is there, or the first of all. */
export async function firstReady(options, fetch = globalThis.fetch) {
  const asked = options.map((option) => ({ option, health: healthOf(option, fetch) }));
  for (const { option, health } of asked) if ((await health).state !== "absent") return option;
  return options[0];
}

/** What the option tells about itself, as the lines of a caption; empty when it does not answer. */
export async function describe(option, fetch = globalThis.fetch) {
  const answer = await ask(`${option.base}/`, fetch);
  const told = answer?.ok ? await answer.json() : {};
  const machine = [
    told.architecture,
    told.vcpu && `${told.vcpu} vCPU`,
    told.memoryMiB && `${told.memoryMiB} MiB`,
    told.zone,
  ];
  const program = [told.jvm, told.startupMillis && `started in ${told.startupMillis} ms`];
  return [machine, program].map((parts) => parts.filter(Boolean).join(" · ")).filter(Boolean);
}

async function ask(url, fetch) {
  try {
    return await fetch(url, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    return undefined;
  }
}
