/** The view as it moves: jumps, glides, flies, or runs on after a fling. */
import { panned } from "./view.js";
import { flight, glide } from "./motion.js";

const GLIDE = 180;
const FLIGHT_UNIT = 420;
const LONGEST_FLIGHT = 3200;
const FLING = 900;

const gentle = (share) => 1 - (1 - share) ** 3;
const both = (share) => share * share * (3 - 2 * share);

export class Camera {
  #motion;
  #still;

  /** @param still a function that tells whether the user asked for less motion: then every way is a jump */
  constructor(view, still) {
    this.view = view;
    this.#still = still;
  }

  /** Where the current motion ends. */
  get goal() {
    return this.#motion?.at(1) ?? this.view;
  }

  jump(view) {
    this.#motion = undefined;
    this.view = view;
  }

  glide(view) {
    this.#start(glide(this.view, view), GLIDE, gentle);
  }

  fly(view) {
    const { at, length } = flight(this.view, view);
    this.#start(at, Math.min(LONGEST_FLIGHT, length * FLIGHT_UNIT), both);
  }

  /** Runs on with so many pixels a millisecond, slowing down. */
  fling(vx, vy) {
    const from = this.view;
    this.#start((share) => panned(from, (vx * share * FLING) / 3, (vy * share * FLING) / 3), FLING, gentle);
  }

  /** Moves on to the time `now`; tells whether there is more to come. */
  tick(now) {
    if (!this.#motion) return false;
    this.#motion.began ??= now;
    const { at, began, duration, ease } = this.#motion;
    const share = Math.min(1, (now - began) / duration);
    this.view = at(ease(share));
    if (share === 1) this.#motion = undefined;
    return true;
  }

  #start(at, duration, ease) {
    if (this.#still() || !(duration > 0)) this.jump(at(1));
    else this.#motion = { at, duration, ease };
  }
}
