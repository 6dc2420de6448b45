/** The page as it is deployed: several options behind one address, here played by a stand-in. */
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { address, CHROMIUM, coloursAt, DESK, launch, loaded, needs, NIGHT, PHONE, shoot, visit } from "./browser.js";
import { standIn } from "./standin.js";

const about = (zone) => ({
  architecture: "aarch64",
  vcpu: 1,
  memoryMiB: 512,
  zone,
  jvm: "Amazon Corretto 25",
  startupMillis: 312,
});
const ABSENT = /404 \(Not Found\) .*\/ec2-auto-scaling\/health/;
const SEAHORSES = "#7/40.2/59.8/256";

describe("the map of several options", needs(CHROMIUM), () => {
  let browser, server, fargate, lambda;

  before(async () => (browser = await launch()));
  after(() => browser?.close());
  beforeEach(async () => {
    fargate = {
      id: "ecs-fargate",
      title: "ECS on Fargate",
      stack: "EcsFargate",
      millis: 20,
      about: about("us-east-1a"),
    };
    lambda = {
      id: "lambda-http-api",
      title: "Lambda behind an HTTP API",
      stack: "LambdaHttpApi",
      millis: 250,
      about: about("us-east-1b"),
    };
    const ec2 = {
      id: "ec2-auto-scaling",
      title: "EC2 Auto Scaling behind a load balancer",
      stack: "Ec2AutoScaling",
      absent: true,
    };
    server = await standIn([fargate, lambda, ec2]);
  });
  afterEach(() => server.close());
  const tilesAsked = () => server.seen.filter(({ path }) => path.includes("/tiles/"));
  const open = (device, fragment, act) => visit(browser, device, server.url + fragment, act, { expected: ABSENT });

  test("shows the set, who rendered it, and how long that took", () =>
    open(DESK, "", async (page) => {
      const [count] = await loaded(page);
      assert.match(count, /^p50 over (\d+) of \1 tiles by ecs-fargate$/);
      const card = await page.locator(".card:visible").innerText();
      assert.match(card, /ECS on Fargate/);
      assert.match(card, /\d+ ms\n/);
      assert.match(card, /render 15 ms\s+network and waiting \d+ ms/);
      assert.match(card, /\d+ rendered/);
      assert.match(card, /aarch64 · 1 vCPU · 512 MiB · us-east-1a\s+Amazon Corretto 25 · started in 312 ms/);
      const { width, height } = await page.locator("#map").boundingBox();
      const [inside, outside] = await coloursAt(page, [width * 0.55, height / 2], [width - 20, height / 2]);
      assert.deepEqual(inside, [0, 0, 0]);
      assert.ok(outside[2] > outside[0] + 50, `blue, not ${outside}`);
      await page.waitForFunction(() =>
        /ECS on Fargate: (\d+) of \1 tiles, p50 \d+ ms\./.test(document.getElementById("status").textContent),
      );
      await shoot(page, "desk-light");
    }));

  test("pans with the mouse and the arrow keys", () =>
    open(DESK, SEAHORSES, async (page) => {
      const start = await address(page);
      await page.mouse.move(700, 400);
      await page.mouse.down();
      await page.mouse.move(600, 350, { steps: 5 });
      await page.waitForTimeout(150);
      await page.mouse.up();
      const dragged = await address(page, ({ x }) => x !== start.x);
      const pixels = (fraction) => Math.round(fraction * 256 * 2 ** 7);
      assert.deepEqual([pixels(dragged.x - start.x), pixels(dragged.y - start.y)], [100, 50]);
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Shift+ArrowUp");
      const moved = await address(page, ({ y }) => pixels(dragged.y - y) === 360);
      assert.equal(pixels(moved.x - dragged.x), 120);
      await loaded(page);
    }));

  test("zooms with the wheel about the pointer, and with keys and buttons to whole zooms", () =>
    open(DESK, SEAHORSES, async (page) => {
      const start = await address(page);
      await page.mouse.move(1000, 300);
      await page.mouse.wheel(0, -240);
      const wheeled = await address(page, ({ zoom }) => zoom === 8);
      assert.ok(wheeled.x > start.x && wheeled.y < start.y, "towards the pointer");
      await page.mouse.wheel(0, 120);
      await address(page, ({ zoom }) => zoom === 7.5);
      await page.keyboard.press("+");
      await address(page, ({ zoom }) => zoom === 8);
      await page.keyboard.press("-");
      await address(page, ({ zoom }) => zoom === 7);
      await page.getByRole("button", { name: "Zoom in" }).click();
      await address(page, ({ zoom }) => zoom === 8);
      await page.getByRole("button", { name: "Zoom out" }).click();
      await address(page, ({ zoom }) => zoom === 7);
      await page.locator("#map").focus();
      await page.keyboard.press("0");
      await address(page, ({ zoom, x }) => zoom < 3 && Math.abs(x - 0.32) < 0.001);
      await loaded(page);
    }));

  test("is reached by the Tab key, with a focus that can be seen and controls that have names", () =>
    open(DESK, SEAHORSES, async (page) => {
      await loaded(page);
      while (!(await page.evaluate(() => document.activeElement.id === "map"))) await page.keyboard.press("Tab");
      const outline = await page.locator("#map").evaluate((map) => getComputedStyle(map).outlineStyle);
      assert.equal(outline, "solid");
      const nameless = await page
        .locator("button:visible, input:visible, summary:visible, a:visible")
        .evaluateAll((all) =>
          all
            .filter(
              (each) =>
                !(each.getAttribute("aria-label") ?? "").trim() && !each.innerText.trim() && !each.labels?.length,
            )
            .map((each) => each.outerHTML),
        );
      assert.deepEqual(nameless, []);
      await page.keyboard.press("+");
      await address(page, ({ zoom }) => zoom === 8);
    }));

  test("lets one choose who renders, and says what to type for an option that is not there", () =>
    open(DESK, SEAHORSES, async (page) => {
      await loaded(page);
      await page.getByRole("button", { name: "ECS on Fargate" }).click();
      const dialog = page.getByRole("dialog");
      const absent = dialog.getByRole("listitem").filter({ hasText: "EC2" });
      await absent.getByText("npx cdk deploy Ec2AutoScaling").waitFor();
      assert.equal(await absent.getByRole("button").isDisabled(), true);
      await shoot(page, "chooser");
      await dialog.getByRole("button", { name: "Lambda" }).click();
      await loaded(page, "lambda-http-api");
      assert.equal(
        (await address(page, ({ options }) => options !== "" && options !== "ecs-fargate")).options,
        "lambda-http-api",
      );
    }));

  test("renders two options side by side and tells which was quicker", () =>
    open(NIGHT, SEAHORSES, async (page) => {
      await loaded(page);
      await page.getByRole("button", { name: "Compare" }).click();
      await loaded(page, "ecs-fargate", "lambda-http-api");
      await page.getByRole("button", { name: "Timings" }).click();
      const [left, right] = [page.locator(".card").nth(0), page.locator(".card").nth(1)];
      assert.match(await left.locator(".quicker").innerText(), /^\d+\.\d× quicker$/);
      assert.equal(await right.locator(".quicker").isVisible(), false);
      assert.equal(
        (await address(page, ({ options }) => options.includes(","))).options,
        "ecs-fargate,lambda-http-api",
      );
      await shoot(page, "compare-dark");
      const [one, other] = await page.locator("canvas").evaluateAll((all) => all.map((canvas) => canvas.clientWidth));
      assert.ok(Math.abs(one - other) <= 1 && one > 600, `${one} and ${other} pixels wide`);
      await page.getByRole("button", { name: "Compare" }).click();
      assert.equal((await address(page, ({ options }) => !options.includes(","))).options, "ecs-fargate");
    }));

  test("opens a link to an option that is not there with what to type, and asks it for no tile", () =>
    open(DESK, "#3/2/4/256/ec2-auto-scaling", async (page) => {
      await page.getByText("npx cdk deploy Ec2AutoScaling").waitFor();
      await page.waitForFunction(() => document.getElementById("status").textContent.endsWith("is not deployed."));
      assert.deepEqual(tilesAsked(), []);
      await shoot(page, "absent");
    }));

  test("leaves an overloaded option alone for as long as it asks, says so, and then goes on", () => {
    fargate.refusals = 6;
    return visit(
      browser,
      DESK,
      server.url + SEAHORSES,
      async (page) => {
        await page.getByText("overloaded (503): asks again in 1 s").waitFor();
        const refused = tilesAsked().length;
        assert.equal(refused, 6);
        await shoot(page, "overloaded");
        await loaded(page);
        const [last, next] = tilesAsked().slice(refused - 1, refused + 1);
        assert.ok(next.at - last.at > 900, `asked again after ${next.at - last.at} ms`);
        assert.equal(await page.locator(".trouble").first().isVisible(), false);
      },
      { expected: /503 \(Service Unavailable\)|404 \(Not Found\)/ },
    );
  });

  test("tells what the CDN and this browser kept from what was rendered", () => {
    fargate.cached = (z, x, y) => (x + y) % 2 === 0;
    return open(DESK, SEAHORSES, async (page) => {
      await loaded(page);
      const origins = page.locator(".card:visible .origins");
      assert.match(await origins.innerText(), /^\d+ rendered[^]*\d+ from the CDN/);
      await page.reload();
      const total = /of (\d+) tiles/.exec((await loaded(page))[0])[1];
      await origins.getByText(`${total} from this browser`).waitFor();
      const asked = tilesAsked().length;
      await page.getByRole("button", { name: "Measure again" }).click();
      await origins.getByText("rendered").waitFor();
      await loaded(page);
      assert.equal(tilesAsked().length - asked, Number(total));
    });
  });

  test("lists every tile of the view", () =>
    open(DESK, SEAHORSES, async (page) => {
      await loaded(page);
      await page.getByText("Every tile in this view").first().click();
      const row = page.getByRole("row").filter({ hasText: "7/40/59" });
      assert.match(await row.innerText(), /^7\/40\/59\s+ecs-fargate\s+\d+ ms\s+15 ms\s+rendered$/);
    }));

  test("asks with the iterations that were set, and refuses those out of range", () =>
    open(DESK, SEAHORSES, async (page) => {
      await loaded(page);
      const field = page.getByLabel("Iterations", { exact: true });
      await field.fill("600");
      await address(page, ({ iterations }) => iterations === 600);
      await loaded(page);
      await field.fill("9999");
      assert.equal(await field.evaluate((input) => input.validity.valid), false);
      await page.getByLabel("Iterations, as a slider").fill("10");
      await address(page, ({ iterations }) => iterations === 1024);
      await loaded(page);
      const asked = new Set(tilesAsked().map(({ searchParams }) => searchParams.get("iterations")));
      assert.deepEqual([...asked], ["256", "600", "1024"]);
    }));

  test("orders a poster of the view, waits for it, and links to it", () =>
    open(NIGHT, SEAHORSES, async (page) => {
      await loaded(page);
      await page.getByRole("button", { name: "Poster" }).click();
      await page.getByRole("button", { name: "Make it" }).click();
      const link = page.getByRole("link", { name: /^The poster Open the poster, \d+ × \d+ pixels$/ });
      await link.waitFor();
      const order = server.seen.find(({ method }) => method === "POST");
      const key = order.headers["idempotency-key"];
      assert.match(key, /^[0-9a-f]{32}$/);
      assert.equal(await link.getAttribute("href"), `/ecs-fargate/posters/${key}.png`);
      const { zoom, columns, rows, iterations, ...corner } = JSON.parse(order.body);
      assert.deepEqual(Object.keys(corner), ["x", "y"]);
      assert.equal(iterations, 256);
      assert.ok(zoom >= 7 && columns <= 8 && rows <= 8, order.body);
      await page.waitForFunction(() => document.querySelector("#poster img").naturalWidth === 256);
      await shoot(page, "poster");
    }));

  test("copies a link that opens the same view", () =>
    open(
      { ...DESK, permissions: ["clipboard-read", "clipboard-write"] },
      "#9.25/190.8/283.1/400/lambda-http-api",
      async (page) => {
        await loaded(page, "lambda-http-api");
        await page.keyboard.press("ArrowLeft");
        const at = await address(page, ({ x }) => x * 2 ** 9.25 < 190.5);
        await page.getByRole("button", { name: "Copy link" }).click();
        await page.getByText("The link to this view is copied").waitFor();
        const link = await page.evaluate(() => navigator.clipboard.readText());
        assert.equal(link, page.url());
        await page.goto("about:blank");
        await page.goto(link);
        await loaded(page, "lambda-http-api");
        assert.deepEqual(await address(page), at);
      },
    ));

  test("flies to a place that is worth a visit", () =>
    open(NIGHT, SEAHORSES, async (page) => {
      await loaded(page);
      await page.getByRole("button", { name: "Places" }).click();
      await page.waitForFunction(() =>
        [...document.querySelectorAll(".gallery img")].every((image) => image.naturalWidth === 256),
      );
      await shoot(page, "places");
      await page.getByRole("link", { name: "Maelstrom" }).click();
      const at = await address(page, ({ iterations }) => iterations === 1000);
      assert.deepEqual(
        [at.x, at.y].map((centre) => Math.round(centre * 2 ** 13)),
        [2 * 1268 + 1, 2 * 2134 + 1],
      );
      await page.waitForFunction(() => /zoom 13\.\d$/.test(document.getElementById("where").textContent));
      await loaded(page);
      await shoot(page, "desk-dark");
    }));

  test("pans with a finger and zooms with two on a phone", () =>
    open(PHONE, SEAHORSES, async (page) => {
      const start = await address(page);
      const fingers = await page.context().newCDPSession(page);
      const touch = (type, ...points) =>
        fingers.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
      await touch("touchStart", [200, 400]);
      for (let step = 1; step <= 6; step++) await touch("touchMove", [200 - 15 * step, 400]);
      await page.waitForTimeout(150);
      await touch("touchMove", [110, 400]);
      await touch("touchEnd");
      const panned = await address(page, ({ x }) => x > start.x);
      assert.equal(Math.round((panned.x - start.x) * 256 * 2 ** 7), 90);
      await touch("touchStart", [170, 400], [220, 400]);
      for (let step = 1; step <= 5; step++) await touch("touchMove", [170 - 5 * step, 400], [220 + 5 * step, 400]);
      await touch("touchEnd");
      await address(page, ({ zoom }) => Math.abs(zoom - 8) < 0.1);
      await loaded(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.equal(overflow, 0, "nothing is wider than the screen");
      const small = await page
        .locator(".bar button:visible, .zoom button:visible")
        .evaluateAll((all) =>
          all.filter((each) => Math.min(each.clientWidth, each.clientHeight) < 44).map((each) => each.id),
        );
      assert.deepEqual(small, [], "every button is large enough for a finger");
      await shoot(page, "phone-light");
      await page.getByRole("button", { name: "Figures" }).click();
      await page.getByText("network and waiting").waitFor();
      await shoot(page, "phone-figures");
    }));

  test("compares above and below on a phone", () =>
    open({ ...PHONE, colorScheme: "dark" }, `${SEAHORSES}/ecs-fargate,lambda-http-api`, async (page) => {
      await loaded(page, "ecs-fargate", "lambda-http-api");
      const [upper, lower] = await page
        .locator("canvas")
        .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON()));
      assert.equal(upper.bottom, lower.top);
      assert.equal(upper.width, 390);
      await shoot(page, "phone-compare-dark");
    }));

  test("neither glides nor fades when less motion is asked for", () =>
    open({ ...DESK, reducedMotion: "reduce" }, SEAHORSES, async (page) => {
      await loaded(page);
      const texts = await page.evaluate(async () => {
        document.getElementById("zoom-in").click();
        const frames = [];
        for (let frame = 0; frame < 3; frame++) {
          await new Promise(requestAnimationFrame);
          frames.push(document.getElementById("where").textContent.split("zoom ")[1]);
        }
        return frames;
      });
      assert.deepEqual([...new Set(texts.slice(1))], ["8.0"]);
    }));

  test("prints the map without its controls", () =>
    open(DESK, SEAHORSES, async (page) => {
      await loaded(page);
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.locator("canvas").first().isVisible(), true);
      for (const controls of [".tools", ".zoom", ".iterations"])
        assert.equal(await page.locator(controls).isVisible(), false, controls);
    }));
});
