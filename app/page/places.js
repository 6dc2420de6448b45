/** Places worth a visit: each is one tile of the map, which is also its picture. */
import { write } from "./address.js";
import { element } from "./element.js";
import { TILE } from "./view.js";

const PLACES = [
  { name: "The whole set", z: 0, x: 0, y: 0, iterations: 256 },
  { name: "Lightning", z: 8, x: 117, y: 61, iterations: 400 },
  { name: "Stars on a string", z: 8, x: 92, y: 86, iterations: 500 },
  { name: "Octopus", z: 10, x: 304, y: 460, iterations: 700 },
  { name: "Seahorse's tail", z: 11, x: 642, y: 966, iterations: 800 },
  { name: "Maelstrom", z: 12, x: 1268, y: 2134, iterations: 1000 },
  { name: "Lacework", z: 16, x: 20584, y: 30608, iterations: 2000 },
  { name: "An island, 18 zooms down", z: 18, x: 82336, y: 122432, iterations: 3000 },
];

/** @param size what has to hold the place, so that its tile fills it */
export function openPlaces(base, size) {
  const dialog = document.getElementById("places");
  const zoomIn = Math.log2(Math.min(size.width, size.height) / TILE);
  const items = PLACES.map((place) => item(place, base, zoomIn, () => dialog.close()));
  dialog.querySelector("ul").replaceChildren(...items);
  dialog.showModal();
}

function item({ name, z, x, y, iterations }, base, zoomIn, left) {
  const picture = new Image(TILE, TILE);
  picture.alt = "";
  picture.src = `${base}/tiles/${z}/${x}/${y}.png?iterations=${iterations}`;
  const link = element("a", picture, element("span", name));
  const view = { x: (x + 0.5) / 2 ** z, y: (y + 0.5) / 2 ** z, zoom: Math.max(0, z + zoomIn) };
  link.href = write({ view, iterations, options: [] });
  link.addEventListener("click", left);
  return element("li", link);
}
