/** The list of options: which are there, which are not and what to type to have them. */
import { element } from "./element.js";
import { healthOf } from "./options.js";

const STATES = { asked: "asking …", ready: "ready", draining: "draining" };

/** @param picked called with the option and the side it is for */
export class Chooser {
  #dialog = document.getElementById("chooser");
  #options;
  #picked;

  constructor(options, picked) {
    this.#options = options;
    this.#picked = picked;
  }

  open(side) {
    const items = this.#options.map((option) => this.#item(option, side));
    this.#dialog.querySelector("ul").replaceChildren(...items);
    this.#dialog.showModal();
  }

  #item(option, side) {
    const button = element("button", element("b", option.title), element("small", option.id));
    const state = element("span", STATES.asked);
    const item = element("li", button, state);
    button.type = "button";
    button.disabled = true;
    button.setAttribute("aria-current", String(option === side.option));
    button.addEventListener("click", () => {
      this.#dialog.close();
      this.#picked(option, side);
    });
    healthOf(option).then((health) => {
      const absent = health.state === "absent";
      item.dataset.state = health.state;
      button.disabled = absent;
      state.replaceChildren(absent ? element("code", `npx cdk deploy ${option.stack}`) : STATES[health.state]);
    });
    return item;
  }
}
