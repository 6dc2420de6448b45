/**
 * A small server that behaves like the deployed whole: the page at the root under the CDN's policy, options under their
 * ids, some of them not there. A test turns the knobs of an option: `millis` it takes, `refusals` it still gives,
 * `cached(z, x, y)` by the CDN, `absent`.
 */
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { fractal } from "./fractal.js";

export const POLICY =
  "default-src 'self'; img-src 'self' blob: data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const PAGE = new URL("../../../page/", import.meta.url);
const TYPES = { html: "text/html", js: "text/javascript", css: "text/css", svg: "image/svg+xml" };
const POSTER_STATES = ["queued", "running", "done"];

export async function standIn(options) {
  const seen = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const { pathname: path, searchParams } = new URL(request.url, "http://host");
    seen.push({ at: performance.now(), method: request.method, path, searchParams, headers: request.headers, body });
    const option = options.find(({ id }) => path.startsWith(`/${id}/`));
    const [status, headers, content] = await (option ? mounted(option, request, path, searchParams) : pageFile(path));
    response.writeHead(status, headers).end(content);
  });

  async function pageFile(path) {
    if (path === "/options.json")
      return json(200, { options: options.map(({ id, title, stack }) => ({ id, title, stack })) });
    const name = path === "/" ? "index.html" : path.slice(1);
    const content = await readFile(new URL(name, PAGE)).catch(() => undefined);
    if (!content) return json(404, {});
    return [200, { "Content-Type": TYPES[name.split(".").pop()], "Content-Security-Policy": POLICY }, content];
  }

  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const close = () => new Promise((done) => (server.close(done), server.closeAllConnections()));
  return { url: `http://127.0.0.1:${server.address().port}/`, seen, close };
}

async function mounted(option, request, path, query) {
  if (option.absent) return json(404, { detail: "no such option here" });
  const rest = path.slice(option.id.length + 1);
  const tile = /^\/tiles\/(\d+)\/(\d+)\/(\d+)\.png$/.exec(rest)?.slice(1).map(Number);
  const poster = /^\/posters\/(\w+)(\.png)?$/.exec(rest);
  const [status, headers, content] = await answer();
  return [status, { "Cache-Control": "no-store", "X-Compute-Option": option.id, ...headers }, content];

  function answer() {
    if (tile) return tileOf(option, tile, Number(query.get("iterations")));
    if (rest === "/posters") return submitted(option, request.headers["idempotency-key"]);
    if (poster?.[2]) return [200, { "Content-Type": "image/png" }, fractal(0, 0, 0, 100)];
    if (poster) return json(200, { id: poster[1], state: POSTER_STATES[Math.min(2, ++option.posters[poster[1]])] });
    return json(200, rest === "/" ? option.about : {});
  }
}

function submitted(option, id) {
  option.posters = { ...option.posters, [id]: 0 };
  return json(202, { id, state: POSTER_STATES[0] });
}

async function tileOf(option, [z, x, y], iterations) {
  if (option.refusals > 0) {
    option.refusals--;
    return json(503, { detail: "overloaded" }, { "Retry-After": "1" });
  }
  await new Promise((resume) => setTimeout(resume, option.millis));
  const headers = {
    "Content-Type": "image/png",
    "Cache-Control": "public, max-age=31536000, immutable",
    "Server-Timing": `render;dur=${option.millis * 0.75}`,
    "X-Cache": `${option.cached?.(z, x, y) ? "Hit" : "Miss"} from cloudfront`,
  };
  return [200, headers, fractal(z, x, y, iterations)];
}

const json = (status, body, headers) => [
  status,
  { "Content-Type": "application/json", ...headers },
  JSON.stringify(body),
];

async function text(request) {
  let all = "";
  for await (const part of request) all += part;
  return all;
}
