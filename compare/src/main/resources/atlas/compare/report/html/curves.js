/** The chart with its switches and its slider: which options are shown, and at which rate they are read. */
function costCurves() {
  const figure = document.getElementById("chart");
  if (!figure) return;
  figure.hidden = false;
  document.getElementById("without-script").hidden = true;
  const data = JSON.parse(document.getElementById("chart-data").textContent);
  const slider = document.getElementById("rate");
  const chart = new Chart(figure.querySelector(".plot svg"), data);
  const rows = new Map([...document.querySelectorAll("#shown li")].map((row) => [row.dataset.id, row]));
  for (const option of data.options) option.colour = rows.get(option.id).querySelector("input").className;
  const isShown = ({ id }) => rows.get(id).querySelector("input").checked;

  slider.max = data.rates.length - 1;
  slider.value = nearest(data.rates, data.rate);

  const read = () => {
    const index = Number(slider.value);
    const shown = data.options.filter(isShown);
    const least = Math.min(...shown.map(({ usd }) => usd[index]));
    const rate = rateText(data.rates[index]);
    document.getElementById("at").textContent = rate;
    document.getElementById("a-month").textContent = compact(data.rates[index] * data.secondsPerMonth);
    slider.setAttribute("aria-valuetext", `${rate} requests a second`);
    for (const option of data.options) tell(rows.get(option.id), option, index, isShown(option), least);
    chart.read(index);
  };
  const draw = () => {
    chart.draw(data.options.filter(isShown), figure.querySelector(".view :checked").value);
    alignSlider();
    read();
  };

  /** The thumb stands below the rate that it reads. */
  const alignSlider = () => {
    const [left, right] = chart.range;
    slider.style.marginLeft = `${left - 8}px`;
    slider.style.width = `${right - left + 16}px`;
  };

  slider.addEventListener("input", read);
  figure.addEventListener("change", ({ target }) => target !== slider && draw());
  const picture = figure.querySelector(".plot svg");
  for (const event of ["pointermove", "pointerdown"])
    picture.addEventListener(event, ({ clientX }) => {
      slider.value = chart.indexAt(clientX);
      read();
    });
  for (const row of document.querySelectorAll("#meetings tbody tr")) {
    row.addEventListener("pointerenter", () => chart.point(row.dataset.below, row.dataset.above));
    row.addEventListener("pointerleave", () => chart.point());
  }
  new ResizeObserver(draw).observe(figure.querySelector(".plot"));
  draw();
}

function tell(row, { usd, beyond, atLeast }, index, shown, least) {
  row.classList.toggle("off", !shown);
  row.classList.toggle("least", shown && usd[index] === least);
  const words = [shown && (usd[index] === least ? "cheapest" : `${(usd[index] / least).toFixed(2)} ×`), beyond[index] && "limits raised"].filter(Boolean);
  const small = document.createElement("small");
  small.textContent = words.join(", ");
  row.querySelector(".costs").replaceChildren(`${atLeast[index] ? "≥ " : ""}${money(usd[index])}`, small);
}

const nearest = (rates, rate) =>
  rates.reduce((best, each, index) => (Math.abs(each - rate) < Math.abs(rates[best] - rate) ? index : best), 0);
const rateText = (rate) => rate.toLocaleString("en", { maximumSignificantDigits: 3 });
const money = (usd) =>
  usd.toLocaleString("en", usd < 1000 ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : { maximumFractionDigits: 0 });
const compact = (count) =>
  count.toLocaleString("en", { notation: "compact", compactDisplay: "long", maximumSignificantDigits: 3 });
