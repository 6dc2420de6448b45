/** Orders a poster of the current view and waits for it. */
import { element } from "./element.js";
import { problemOf } from "./answer.js";
import { postersOf, TILE } from "./view.js";

const FIRST_LOOK = 400;
const SLOWEST_LOOK = 4000;

const pixels = ({ columns, rows }) => `${columns * TILE} × ${rows * TILE} pixels`;
const pause = (time) => new Promise((resume) => setTimeout(resume, time));

/** A random key: the same order sent twice, because the network lost the answer, is still one poster. */
function orderKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class PosterDialog {
  #dialog = document.getElementById("poster");
  #part = (selector) => this.#dialog.querySelector(selector);
  #order;

  constructor() {
    this.#part(".order").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#make();
    });
  }

  open({ option, title, view, size, iterations }) {
    const posters = postersOf(view, size).reverse();
    this.#order = { option, posters: posters.map((poster) => ({ ...poster, iterations, key: orderKey() })) };
    this.#part(".by").textContent = title;
    this.#part("select").replaceChildren(...posters.map((poster) => element("option", pixels(poster))));
    this.#tell("");
    this.#part(".picture").hidden = true;
    this.#dialog.showModal();
  }

  async #make() {
    const order = this.#order;
    const submit = this.#part("button[type=submit]");
    const { key, ...poster } = order.posters[this.#part("select").selectedIndex];
    submit.disabled = true;
    try {
      const job = await send(order.option.base, poster, key);
      const done = await this.#wait(order, job);
      if (done) this.#show(`${order.option.base}/posters/${job.id}.png`, poster);
    } catch (error) {
      if (this.#order === order) this.#tell(`no poster: ${error.message}`);
    } finally {
      submit.disabled = false;
    }
  }

  /** True when the poster is done, false when meanwhile another view was opened. */
  async #wait(order, job) {
    for (let look = FIRST_LOOK; ; look = Math.min(SLOWEST_LOOK, look * 1.5)) {
      if (this.#order !== order) return false;
      const state = job.state.toLowerCase();
      this.#tell(`Poster ${job.id}: ${state}`);
      if (state === "done") return true;
      if (state === "failed") throw new Error(job.reason);
      await pause(look);
      job = await answerOf(await fetch(`${order.option.base}/posters/${job.id}`, { cache: "no-store" }));
    }
  }

  #show(link, poster) {
    const picture = this.#part(".picture");
    picture.href = link;
    picture.querySelector("img").src = link;
    picture.querySelector("span").textContent = `Open the poster, ${pixels(poster)}`;
    picture.hidden = false;
  }

  #tell(text) {
    this.#part(".progress").textContent = text;
  }
}

async function send(base, poster, key) {
  return answerOf(
    await fetch(`${base}/posters`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": key },
      body: JSON.stringify(poster),
    }),
  );
}

async function answerOf(response) {
  if (!response.ok) throw new Error(await problemOf(response));
  return response.json();
}
