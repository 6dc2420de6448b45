/** The figures of one side of the map: who renders it, how long that takes, and where the time goes. */
import { element } from "./element.js";
import { ORIGINS, timeText } from "./figures.js";
import { strip } from "./strip.js";

const FROM = { renderer: "rendered", memory: "from its memory", cdn: "from the CDN", browser: "from this browser" };

export class Card {
  #part;
  #shown;

  /** @param choose called when another option is asked for; without it there is no choice */
  constructor(choose) {
    const card = document.getElementById("card").content.cloneNode(true).firstElementChild;
    this.element = card;
    this.#part = (selector) => card.querySelector(selector);
    this.#part(".choose").disabled = !choose;
    this.#part(".choose").addEventListener("click", choose);
    this.#part(".fold").addEventListener("click", () => this.#fold(!card.classList.contains("folded")));
    this.#part(".copy").addEventListener("click", () => navigator.clipboard?.writeText(this.#part("code").textContent));
    this.#part(".every").addEventListener("toggle", () => this.show(this.#shown));
    this.#fold(matchMedia("(max-width: 44rem)").matches);
  }

  #fold(folded) {
    this.element.classList.toggle("folded", folded);
    this.#part(".fold").setAttribute("aria-expanded", String(!folded));
  }

  /** @param option {title, stack}, its state `asked`, `ready`, `draining` or `absent`, and the lines `about` it */
  name({ title, stack }, state, about) {
    this.#part(".title").textContent = title;
    this.element.dataset.state = state;
    this.#part(".absent").hidden = state !== "absent";
    this.#part(".figures").hidden = state === "absent";
    this.#part("code").textContent = stack ? `npx cdk deploy ${stack}` : "./atlas run";
    this.#part(".about").replaceChildren(...about.map((line) => element("span", line)));
  }

  /**
   * @param shown {figures (a summary), tiles (of the view, each {z, x, y, found}), trouble, quicker (than the other
   *   side, so many times)}
   */
  show(shown) {
    this.#shown = shown;
    const { figures, tiles, trouble, quicker } = shown;
    for (const output of this.element.querySelectorAll("output")) output.textContent = timeText(figures.p50);
    const by = figures.options.length ? ` by ${figures.options.join(", ")}` : "";
    this.#part(".count").textContent = `p50 over ${figures.count} of ${tiles.length} tiles${by}`;
    this.#put(".quicker", quicker && `${quicker.toFixed(1)}× quicker`);
    this.#put(".trouble", trouble && `${trouble.text}: asks again in ${Number((trouble.wait / 1000).toFixed(1))} s`);
    strip(
      this.#part(".strip"),
      tiles.flatMap(({ found }) => found?.measured ?? []),
      figures.p50,
    );
    this.#split(figures);
    this.#part(".origins").replaceChildren(...this.#origins(figures));
    if (this.#part(".every").open) this.#part("tbody").replaceChildren(...tiles.map(row));
  }

  #put(selector, text) {
    this.#part(selector).hidden = !text;
    this.#part(selector).textContent = text ?? "";
  }

  #split({ render, origins }) {
    const total = origins.renderer.p50;
    this.#part(".split").hidden = render === undefined;
    if (render === undefined) return;
    this.#part(".split i").style.width = `${Math.min(100, (100 * render) / total)}%`;
    this.#part(".render").textContent = `render ${timeText(render)}`;
    this.#part(".way").textContent = `network and waiting ${timeText(Math.max(0, total - render))}`;
  }

  #origins({ origins }) {
    return ORIGINS.filter((origin) => origins[origin].count).map((origin) => {
      const { count, p50 } = origins[origin];
      const item = element("li", `${count} ${FROM[origin]}`, element("b", timeText(p50)));
      item.className = origin;
      return item;
    });
  }
}

function row({ z, x, y, found }) {
  const { option, total, render, origin } = found?.measured ?? {};
  const cells = [option ?? found?.problem ?? "…", timeText(total), timeText(render), FROM[origin] ?? ""];
  const line = element("tr", Object.assign(element("th", `${z}/${x}/${y}`), { scope: "row" }));
  line.append(...cells.map((text) => element("td", text)));
  return line;
}
