/** A real browser for the tests, and what a page may not do while it is open. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const EXECUTABLE = process.env.ATLAS_CHROMIUM ?? "/usr/bin/chromium";
const SCREENSHOTS = fileURLToPath(new URL("../../../../target/screenshots/", import.meta.url));
const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Why a test cannot run here, as the option of node:test; with ATLAS_NO_SKIP=1 nothing is skipped, so that it fails. */
export function needs(...files) {
  const missing = files.find((file) => !existsSync(file.path));
  return {
    skip: missing && process.env.ATLAS_NO_SKIP !== "1" ? `${missing.path} is missing; ${missing.remedy}` : false,
  };
}

export const CHROMIUM = { path: EXECUTABLE, remedy: "install chromium, or set ATLAS_CHROMIUM to the path of one" };

export const launch = () => chromium.launch({ executablePath: EXECUTABLE, chromiumSandbox: false, args: QUIET });

export const DESK = { viewport: { width: 1280, height: 800 }, colorScheme: "light" };
export const NIGHT = { ...DESK, colorScheme: "dark" };
export const PHONE = {
  viewport: { width: 390, height: 780 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  colorScheme: "light",
};

/**
 * Opens `url`, does `act` with the page, and then holds the page to what it said on the console and to its policy.
 *
 * @param expected errors of the console that belong to the case, as a pattern on text and address
 */
export async function visit(browser, device, url, act, { expected = /$^/ } = {}) {
  const context = await browser.newContext(device);
  const complaints = [];
  await context.exposeFunction("complain", (text) => complaints.push(text));
  await context.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (event) =>
      window.complain(`policy: ${event.violatedDirective} ${event.blockedURI}`),
    ),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on("pageerror", (error) => complaints.push(String(error.stack)));
  page.on("console", (message) => {
    const text = `${message.type()}: ${message.text()} ${message.location().url}`;
    if (["error", "warning"].includes(message.type()) && !expected.test(text)) complaints.push(text);
  });
  page.on("request", (request) => {
    if (new URL(request.url()).host !== new URL(url).host && !request.url().startsWith("blob:"))
      complaints.push(`asked for ${request.url()}`);
  });
  try {
    await page.goto(url);
    await act(page);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

export async function shoot(page, name) {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: `${SCREENSHOTS}${name}.png` });
}

/** Waits until each of these options has rendered every tile of its side; returns what the cards say about it. */
export async function loaded(page, ...options) {
  const wanted = options.length ? options : ["ecs-fargate"];
  await page.waitForFunction((ids) => {
    const counts = [...document.querySelectorAll(".card:not([hidden]) .count")].map((each) => each.textContent);
    const full = (id, index) => new RegExp(`^p50 over ([1-9]\\d*) of \\1 tiles by ${id}$`).test(counts[index]);
    return counts.length === ids.length && ids.every(full);
  }, wanted);
  return page.locator(".card .count:visible").allTextContents();
}

/** Waits until the address stands still at something that passes, and returns its parts as numbers and text. */
export async function address(page, passes = () => true) {
  for (const end = Date.now() + 30_000; ;) {
    const [zoom, x, y, iterations, options = ""] = new URL(page.url()).hash.slice(1).split("/");
    const at = { zoom: Number(zoom), x: x / 2 ** zoom, y: y / 2 ** zoom, iterations: Number(iterations), options };
    if (zoom && passes(at)) return at;
    assert.ok(Date.now() < end, `the address is still ${page.url()}`);
    await page.waitForTimeout(50);
  }
}

/** Red, green and blue of the first side's map at CSS positions. */
export const coloursAt = (page, ...positions) =>
  page.evaluate((all) => {
    const canvas = document.querySelector("canvas");
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0);
    return all.map(([x, y]) =>
      [...copy.getImageData(x * devicePixelRatio, y * devicePixelRatio, 1, 1).data].slice(0, 3),
    );
  }, positions);
