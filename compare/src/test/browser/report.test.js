/** The report of ./atlas compare in a real browser: opened as a file, as people open it. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { CHROMIUM, DESK, launch, needs, NIGHT, PHONE, shoot, visit } from "../../../../app/src/test/browser/browser.js";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
const CLASSES = { path: `${ROOT}compare/target/classpath.txt`, remedy: "build it with ./atlas build" };
const AXE = { path: `${ROOT}node_modules/axe-core/axe.min.js`, remedy: "fetch it with npm ci" };
const SMALL_PHONE = { ...PHONE, viewport: { width: 360, height: 740 } };
const REPORT = `${ROOT}target/browser/report.html`;

describe("the report", needs(CHROMIUM, CLASSES, AXE), () => {
  let browser;

  before(async () => {
    execFileSync(`${ROOT}atlas`, ["compare", "--report", REPORT], { stdio: ["ignore", "ignore", "inherit"] });
    browser = await launch();
  });
  after(() => browser?.close());
  const open = (device, act) => visit(browser, device, String(pathToFileURL(REPORT)), act);

  const cheapest = (page) => page.locator("#options tbody tr").first().locator("code");
  const titles = (page) => page.locator("#options tbody th code").allTextContents();
  const drawn = (page) =>
    page.locator(".plot g[data-id]").evaluateAll((all) => all.map((group) => group.dataset.id));

  test("says in its first sentence who is the cheapest, and asks nobody for anything", () =>
    open(DESK, async (page) => {
      assert.match(await page.locator("h1").innerText(), /^.+ is the cheapest at 5\s*requests a second\.$/);
      assert.deepEqual(await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name)), []);
      await shoot(page, "report-light");
    }));

  test("sorts the overview by a column, with the mouse and with the keyboard", () =>
    open(DESK, async (page) => {
      const idle = page.getByRole("columnheader", { name: /^idle/ });
      const values = () =>
        page.locator("#options tbody td:nth-child(2) data").evaluateAll((all) => all.map((data) => Number(data.value)));
      await idle.getByRole("button").click();
      assert.equal(await idle.getAttribute("aria-sort"), "descending");
      const falling = await values();
      assert.deepEqual(falling, [...falling].sort((one, other) => other - one));
      await page.keyboard.press("Enter");
      assert.equal(await idle.getAttribute("aria-sort"), "ascending");
      assert.deepEqual(await values(), falling.reverse());
      await page.getByRole("columnheader", { name: "option" }).getByRole("button").click();
      assert.equal(await idle.getAttribute("aria-sort"), null);
      const names = await page.locator("#options tbody th").allTextContents();
      assert.deepEqual(names, [...names].sort((one, other) => one.localeCompare(other, "en")));
    }));

  test("draws a curve for every option that answers requests, dashed where its template ends", () =>
    open(DESK, async (page) => {
      const listed = await page.locator("#shown li").evaluateAll((all) => all.map((row) => row.dataset.id));
      assert.ok(listed.length >= 4, listed.join());
      assert.deepEqual(await drawn(page), listed);
      const dashed = page.locator(".plot .curve.beyond").first();
      assert.notEqual(await dashed.evaluate((path) => getComputedStyle(path).strokeDasharray), "none");
      assert.ok((await page.locator(".plot .band").count()) > 0);
    }));

  test("shows only the options that are switched on", () =>
    open(DESK, async (page) => {
      const before = await drawn(page);
      const bands = await page.locator(".plot .band").count();
      const winner = await cheapest(page).textContent();
      await page.locator(`#shown [data-id="${winner}"]`).getByRole("checkbox").uncheck();
      assert.deepEqual(
        await drawn(page),
        before.filter((id) => id !== winner),
      );
      assert.ok((await page.locator(".plot .band").count()) < bands);
      assert.equal(await page.locator(`#shown [data-id="${winner}"]`).innerText().then((text) => /cheapest/.test(text)), false);
      for (const box of await page.locator("#shown").getByRole("checkbox").all()) await box.uncheck();
      assert.deepEqual(await drawn(page), []);
    }));

  test("reads the curves at any rate with keyboard and mouse", () =>
    open(DESK, async (page) => {
      const slider = page.getByRole("slider", { name: "Requests a second" });
      assert.equal(await slider.getAttribute("aria-valuetext"), "5 requests a second");
      const winner = await cheapest(page).textContent();
      const total = await page.locator("#options tbody tr").first().locator("td.total").innerText();
      const shown = page.locator(`#shown [data-id="${winner}"] .costs`);
      assert.equal(await shown.innerText(), `${total}\ncheapest`);
      await slider.focus();
      await page.keyboard.press("End");
      assert.equal(await page.locator("#at").innerText(), "10,000");
      assert.equal(await page.locator("#a-month").innerText(), "26.3 billion");
      await page.keyboard.press("Home");
      assert.equal(await page.locator("#at").innerText(), "0.01");
      const plot = await page.locator(".plot svg").boundingBox();
      await page.mouse.move(plot.x + plot.width * 0.4, plot.y + plot.height / 2);
      const rate = Number((await page.locator("#at").innerText()).replace(",", ""));
      assert.ok(rate > 0.5 && rate < 100, `${rate}`);
      assert.equal(await page.locator(".plot .reading-line .dot").count(), await page.locator("#shown li").count());
    }));

  test("shows how many times the cheapest each costs", () =>
    open(NIGHT, async (page) => {
      await page.getByText("times the cheapest").click();
      const ticks = await page.locator(".plot .tick text").allTextContents();
      assert.ok(ticks.includes("1") && ticks.includes("2"), ticks.join());
      await page.locator("#chart").scrollIntoViewIfNeeded();
      await shoot(page, "report-times-dark");
    }));

  test("opens a bill whose lines add up to what the overview says", () =>
    open(DESK, async (page) => {
      const row = page.locator("#options tbody tr").nth(1);
      await row.getByRole("link").click();
      const bill = page.locator(`#bill-${await row.locator("code").textContent()}`);
      await bill.locator(".lines").first().waitFor();
      const sum = await bill
        .locator(".lines tbody td.total data")
        .evaluateAll((all) => all.reduce((total, { value }) => total + Number(value), 0));
      assert.equal(sum.toFixed(2), (await row.locator("td.total").innerText()).replace(",", ""));
      await bill.locator("summary").focus();
      await page.keyboard.press("Enter");
      await bill.locator(".lines").first().waitFor({ state: "hidden" });
    }));

  test("holds the two options that are chosen side by side", () =>
    open(DESK, async (page) => {
      const [left, right] = [page.getByLabel("Left"), page.getByLabel("Right")];
      assert.equal(await page.locator(".pair:visible").count(), 1);
      await left.selectOption("ecs-fargate");
      await right.selectOption("ecs-ec2");
      const pair = page.locator(".pair:visible");
      assert.equal(await pair.count(), 1);
      assert.match(await pair.innerText(), /AWS::EC2::LaunchTemplate/);
      assert.match(await pair.innerText(), /\.\/atlas diff ecs-(ec2 ecs-fargate|fargate ecs-ec2)/);
      await left.selectOption("ecs-ec2");
      assert.notEqual(await right.inputValue(), "ecs-ec2");
      await page.locator("#differences").scrollIntoViewIfNeeded();
      await shoot(page, "report-pair-light");
    }));

  test("draws the floors that a request passes", () =>
    open(NIGHT, async (page) => {
      await page.locator("#set-up-ecs-fargate summary").click();
      const way = await page.locator("#set-up-ecs-fargate .block.on-path").allInnerTexts();
      assert.deepEqual(way, ["CloudFront Distribution", "ElasticLoadBalancingV2 LoadBalancer", "ECS Service"]);
      await page.locator("#set-up-ecs-fargate").scrollIntoViewIfNeeded();
      await shoot(page, "report-set-up-dark");
    }));

  test("changes between light and dark, from whatever the system says", () =>
    open(NIGHT, async (page) => {
      const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const button = page.getByRole("button", { name: "Dark colours" });
      assert.equal(await button.getAttribute("aria-pressed"), "true");
      const dark = await ground();
      await shoot(page, "report-dark");
      await button.click();
      assert.equal(await button.getAttribute("aria-pressed"), "false");
      assert.notEqual(await ground(), dark);
      await button.click();
      assert.equal(await ground(), dark);
    }));

  for (const [name, device] of Object.entries({ light: DESK, dark: NIGHT, phone: SMALL_PHONE }))
    test(`breaks none of axe's rules (${name})`, () =>
      open(device, async (page) => {
        await page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
        await page.evaluate(readFileSync(AXE.path, "utf8"));
        const found = await page.evaluate(async () =>
          (await globalThis.axe.run()).violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" | ")}`,
          ),
        );
        assert.deepEqual(found, []);
      }));

  test("fits a small phone and a finger", () =>
    open(SMALL_PHONE, async (page) => {
      await page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
      assert.ok((await page.locator("#overview .scroll").evaluate((box) => box.scrollWidth - box.clientWidth)) > 0);
      const clipped = await page
        .locator("th:visible, td:visible")
        .evaluateAll((all) => all.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent));
      assert.deepEqual(clipped, []);
      const small = await page
        .locator("button:visible, nav a:visible, summary:visible, select:visible")
        .evaluateAll((all) => all.filter((each) => each.clientHeight < 24).map((each) => each.textContent));
      assert.deepEqual(small, []);
      const plot = await page.locator(".plot svg").boundingBox();
      await page.locator(".plot svg").tap({ position: { x: plot.width * 0.7, y: plot.height / 2 } });
      assert.ok(Number((await page.locator("#at").innerText()).replace(",", "")) > 20);
      await page.evaluate(() => scrollTo(0, 0));
      await shoot(page, "report-phone");
    }));

  test("tells what a number rests on when it is tapped", () =>
    open(SMALL_PHONE, async (page) => {
      await page.locator(".lead .figure").first().tap();
      assert.match(await page.getByRole("status").innerText(), /^computed: \d+ lines of its bill$/);
    }));

  test("prints on light paper with everything open and nothing to press", () =>
    open(NIGHT, async (page) => {
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
      for (const pressed of ["nav", "#theme", ".rate", "#choose", ".view"])
        assert.equal(await page.locator(pressed).isVisible(), false, pressed);
      for (const shown of [".plot .curve >> nth=0", "#options", ".bill .lines >> nth=0", ".picture >> nth=0"])
        assert.equal(await page.locator(shown).isVisible(), true, shown);
      const sheets = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      assert.match(sheets, /\/MediaBox \[0 0 594\.\d+ 841\.\d+\]/);
      assert.equal(await page.locator("details.bill[open]").count(), 0);
    }));

  test("tells everything but the curves without scripts", () =>
    open({ ...DESK, javaScriptEnabled: false }, async (page) => {
      assert.equal(await page.locator("#chart").isVisible(), false);
      assert.equal(await page.getByText("their figures are in the table below").isVisible(), true);
      assert.ok((await titles(page)).length >= 6);
      assert.equal(await page.locator("#theme").isVisible(), false);
      await page.locator("#figures summary").click();
      assert.equal(await page.locator("#figures table").isVisible(), true);
      assert.ok((await page.locator(".pair:visible").count()) > 1);
    }));
});
