/** The page on the app's own server, as `./atlas run` opens it. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { after, before, describe, test } from "node:test";
import { address, CHROMIUM, DESK, launch, loaded, needs, NIGHT, PHONE, shoot, visit } from "./browser.js";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
const JAR = { path: `${ROOT}containers/target/image/atlas-server.jar`, remedy: "build it with ./atlas build" };
/** This server has no options.json: that is how the page knows it. */
const LOCAL = /404 \(Not Found\) .*\/map\/options\.json/;

describe("the map of the app's own server", needs(CHROMIUM, JAR), () => {
  let browser, server, url;

  before(async () => {
    server = spawn("java", ["-jar", JAR.path], {
      env: { ...process.env, HOST: "127.0.0.1", PORT: "0", ATLAS_PAGE: `${ROOT}app/page`, ATLAS_DRAIN_SECONDS: "0" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    url = `${await listening(server)}map/`;
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    const ended = new Promise((done) => server.once("exit", done));
    if (server.kill()) await ended;
  });

  const open = (device, fragment, act) => visit(browser, device, url + fragment, act, { expected: LOCAL });

  test("shows what the server renders and what it tells about itself", () =>
    open(DESK, "", async (page) => {
      await loaded(page, "local");
      const card = await page.locator(".card:visible").innerText();
      assert.match(card, /^local\n/);
      assert.match(card, /render \d+(\.\d)? m?s\s+network and waiting/);
      assert.match(card, /\d+ vCPU · \d+ MiB/);
      assert.match(card, /started in \d+ ms/);
      assert.equal(await page.getByRole("button", { name: "Compare" }).isVisible(), false);
      await shoot(page, "server-light");
    }));

  test("tells the server's memory and this browser's cache from what was rendered", () =>
    open(DESK, "#6/20.1/29.9/300", async (page) => {
      const total = /of (\d+) tiles/.exec((await loaded(page, "local"))[0])[1];
      const origins = page.locator(".card:visible .origins");
      await origins.getByText(`${total} rendered`).waitFor();
      await page.getByRole("button", { name: "Measure again" }).click();
      await origins.getByText(`${total} from its memory`).waitFor();
      await page.reload();
      await origins.getByText(`${total} from this browser`).waitFor();
    }));

  test("flies 18 zooms down and opens every place", () =>
    open(NIGHT, "", async (page) => {
      await loaded(page, "local");
      await page.getByRole("button", { name: "Places" }).click();
      await page.waitForFunction(() =>
        [...document.querySelectorAll(".gallery img")].every((image) => image.naturalWidth === 256),
      );
      await shoot(page, "server-places");
      await page.getByRole("link", { name: "An island" }).click();
      await address(page, ({ iterations }) => iterations === 3000);
      await page.waitForFunction(() => /zoom 19\.\d$/.test(document.getElementById("where").textContent));
      await loaded(page, "local");
      await page.getByRole("button", { name: "Timings" }).click();
      await shoot(page, "server-dark");
    }));

  test("makes a poster that is as large as it says", () =>
    open(NIGHT, "#11.6/973.9/1464.9/800", async (page) => {
      await loaded(page, "local");
      await page.getByRole("button", { name: "Poster" }).click();
      const size = await page.locator(".order select").inputValue();
      await page.getByRole("button", { name: "Make it" }).click();
      const image = page.locator("#poster img");
      await page.waitForFunction(() => document.querySelector("#poster img").naturalWidth > 0);
      const [width, height] = await image.evaluate((one) => [one.naturalWidth, one.naturalHeight]);
      assert.equal(`${width} × ${height} pixels`, size);
      await page.getByText(/^Poster [\w-]+: done$/).waitFor();
      await shoot(page, "server-poster");
    }));

  test("works on a phone", () =>
    open({ ...PHONE, colorScheme: "dark" }, "", async (page) => {
      await loaded(page, "local");
      await page.getByRole("button", { name: "Zoom in" }).tap();
      await address(page, ({ zoom }) => zoom === 2);
      await loaded(page, "local");
      await shoot(page, "server-phone-dark");
    }));
});

/** The address that the server says it listens on, in its log of JSON lines. */
async function listening(server) {
  const lines = createInterface(server.stdout);
  return new Promise((resolve, reject) => {
    server.once("exit", (code) => reject(new Error(`the server ended with ${code} before it listened`)));
    lines.on("line", (line) => {
      const [, address] = /listening on (http:\/\/[\d.:]+\/)/.exec(line) ?? [];
      if (address) resolve(address);
    });
  });
}
