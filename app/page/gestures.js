/** Mouse, wheel, fingers and keys, turned into moves of the camera. */
import { home, panned, stepped, zoomed } from "./view.js";

const KEY_STEP = 120;
const WHEEL_STEP = 1 / 240;
const PINCH_WHEEL_STEP = 1 / 60;
const LINE = 40;
const REST = 60;

/**
 * @param area the element that holds the map
 * @param paneAt the element of the pane at a client position: offsets are counted from its centre
 * @param moved called after every change, so that the next frame is drawn
 */
export function listen(area, camera, paneAt, moved) {
  const pointers = new Map();
  let trail = [];

  const offset = (event) => {
    const box = paneAt(event).getBoundingClientRect();
    return { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 };
  };
  const go = (way, view) => {
    camera[way](view);
    moved();
  };

  area.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    camera.jump(camera.view);
    area.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, event);
    trail = [];
    area.classList.add("dragged");
  });

  area.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const others = [...pointers.values()].filter((pointer) => pointer !== before);
    const [dx, dy] = [event.clientX - before.clientX, event.clientY - before.clientY];
    pointers.set(event.pointerId, event);
    if (others.length === 0) {
      trail = [...trail, event].filter((past) => event.timeStamp - past.timeStamp < REST);
      go("jump", panned(camera.view, dx, dy));
    } else if (others.length === 1) {
      go("jump", pinched(camera.view, before, event, others[0]));
    }
  });

  /** Two fingers: the map follows the point between them, and their distance. */
  function pinched(view, before, after, other) {
    const mid = (pointer) => ({
      clientX: (pointer.clientX + other.clientX) / 2,
      clientY: (pointer.clientY + other.clientY) / 2,
    });
    const apart = (pointer) =>
      Math.max(1, Math.hypot(pointer.clientX - other.clientX, pointer.clientY - other.clientY));
    const [from, to] = [mid(before), mid(after)];
    const dragged = panned(view, to.clientX - from.clientX, to.clientY - from.clientY);
    return zoomed(dragged, Math.log2(apart(after) / apart(before)), offset(to));
  }

  const release = (event) => {
    if (!pointers.delete(event.pointerId) || pointers.size) return;
    area.classList.remove("dragged");
    const first = trail[0];
    const time = event.timeStamp - first?.timeStamp;
    if (event.type === "pointerup" && time > 8 && time < REST * 2 && trail.length > 1) {
      camera.fling((event.clientX - first.clientX) / time, (event.clientY - first.clientY) / time);
      moved();
    }
  };
  area.addEventListener("pointerup", release);
  area.addEventListener("pointercancel", release);

  area.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1);
      const steps = -pixels * (event.ctrlKey ? PINCH_WHEEL_STEP : WHEEL_STEP);
      go("glide", zoomed(camera.goal, Math.max(-2, Math.min(2, steps)), offset(event)));
    },
    { passive: false },
  );

  area.addEventListener("dblclick", (event) => {
    go("glide", zoomed(camera.goal, event.shiftKey ? -1 : 1, offset(event)));
  });

  const keys = {
    ArrowLeft: (step) => panned(camera.goal, step, 0),
    ArrowRight: (step) => panned(camera.goal, -step, 0),
    ArrowUp: (step) => panned(camera.goal, 0, step),
    ArrowDown: (step) => panned(camera.goal, 0, -step),
    "+": () => stepped(camera.goal, 1),
    "=": () => stepped(camera.goal, 1),
    "-": () => stepped(camera.goal, -1),
  };
  document.addEventListener("keydown", (event) => {
    const onMap = event.target === document.body || area.contains(event.target);
    if (!onMap || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "0") go("fly", home(sizeOf(paneAt())));
    else if (keys[event.key]) go("glide", keys[event.key](event.shiftKey ? 3 * KEY_STEP : KEY_STEP));
    else return;
    event.preventDefault();
  });
}

export const sizeOf = (element) => ({ width: element.clientWidth, height: element.clientHeight });
