/**
 * The picture of the curves: both scales logarithmic, drawn anew for whatever is shown and however wide it is. It shows
 * what each costs, or how many times the cheapest of those shown.
 */
class Chart {
  static #NARROW = 560;
  /** Who costs more than so many times the cheapest is out of the picture: near 1 it gets interesting. */
  static #MOST_TIMES = 5;
  #svg;
  #data;
  #x;
  #y;
  #shown = [];
  #heights = new Map();

  constructor(element, data) {
    this.#svg = d3.select(element);
    this.#data = data;
  }

  /** @param shown options of the data, each with the class of its colour */
  draw(shown, view) {
    this.#shown = shown;
    const least = this.#data.rates.map((_, index) => Math.min(...shown.map(({ usd }) => usd[index])));
    for (const { id, usd } of shown)
      this.#heights.set(id, view === "times" ? usd.map((cost, index) => cost / least[index]) : usd);
    const width = Math.max(280, this.#svg.node().parentNode.clientWidth);
    const narrow = width < Chart.#NARROW;
    const height = narrow ? 330 : Math.min(480, Math.round(width * 0.58));
    const longest = Math.max(...this.#data.options.map(({ id }) => id.length));
    const margin = { top: 30, right: narrow ? 18 : 20 + 7.8 * longest, bottom: 42, left: 48 };
    this.#x = d3.scaleLog(d3Extent(this.#data.rates), [margin.left, width - margin.right]).clamp(true);
    this.#y = d3.scaleLog(view === "times" ? this.#ratios() : this.#costs(), [height - margin.bottom, margin.top]);
    this.#svg.attr("viewBox", `0 0 ${width} ${height}`).selectChildren().remove();
    this.#axes(width, height, margin, view);
    this.#bands(height, margin);
    this.#cheapest(margin);
    this.#frame(width, height, margin);
    shown.forEach((option) => this.#curve(option));
    this.#asked(height, margin);
    if (!narrow) this.#names(width - margin.right, height - margin.bottom);
    this.#svg.append("g").attr("class", "reading-line");
  }

  /** Where the scale of rates begins and ends, in pixels from the left. */
  get range() {
    return this.#x.range();
  }

  /** The index of the rate at a place on the screen. */
  indexAt(clientX) {
    const box = this.#svg.node().getBoundingClientRect();
    const wide = this.#svg.node().viewBox.baseVal.width;
    const rate = this.#x.invert(((clientX - box.left) / box.width) * wide);
    const distance = (index) => Math.abs(Math.log(this.#data.rates[index] / rate));
    return this.#data.rates.reduce((best, _, index) => (distance(index) < distance(best) ? index : best), 0);
  }

  /** Marks a rate, and where each curve is at it. */
  read(index) {
    const x = this.#x(this.#data.rates[index]);
    const group = this.#svg.select(".reading-line");
    group.selectChildren().remove();
    const [bottom, top] = this.#y.range();
    group.append("path").attr("class", "line").attr("d", `M${x} ${bottom}V${top}`);
    const inside = this.#shown.filter(({ id }) => this.#heights.get(id)[index] <= this.#y.domain()[1]);
    inside.forEach((option) =>
      group
        .append("circle")
        .attr("class", `dot ${option.colour}`)
        .attr("r", 4.5)
        .attr("cx", x)
        .attr("cy", this.#y(this.#heights.get(option.id)[index])),
    );
  }

  /** Lifts the band of two options out of the others, or none. */
  point(below, above) {
    this.#svg
      .selectAll(".band")
      .classed("pointed", (band) => band.below === below && band.above === above);
  }

  /** Of all options, shown or not: the scale stays when one is switched off. */
  #costs() {
    const all = this.#data.options.flatMap(({ usd }) => usd);
    return [Math.max(0.01, Math.min(...all)) * 0.8, Math.max(...all) * 1.25];
  }

  #ratios() {
    const most = Math.max(2, ...this.#shown.flatMap(({ id }) => this.#heights.get(id)));
    return [0.97, Math.min(most * 1.05, Chart.#MOST_TIMES)];
  }

  #axes(width, height, margin, view) {
    const starts = view === "times" ? /^[1-5](\.[1-5])?$/ : /^(10*|0\.0*1)$/;
    const ticks = (scale, pattern) => scale.ticks().filter((tick) => pattern.test(String(tick)));
    const number = (value) => value.toLocaleString("en", { notation: "compact", maximumFractionDigits: 2 });
    this.#svg
      .append("g")
      .attr("transform", `translate(0 ${height - margin.bottom})`)
      .call(
        d3
          .axisBottom(this.#x)
          .tickValues(ticks(this.#x, /^(10*|0\.0*1)$/))
          .tickFormat(number)
          .tickSize(margin.top + margin.bottom - height)
          .tickPadding(8),
      );
    this.#svg
      .append("g")
      .attr("transform", `translate(${margin.left} 0)`)
      .call(
        d3
          .axisLeft(this.#y)
          .tickValues(ticks(this.#y, starts))
          .tickFormat(number)
          .tickSize(margin.left + margin.right - width)
          .tickPadding(6),
      );
    this.#text("scale", width - margin.right, height - 6, "requests a second").attr("text-anchor", "end");
  }

  #bands(height, margin) {
    const shown = new Set(this.#shown.map(({ id }) => id));
    const bands = this.#data.crossOvers.filter(({ below, above }) => shown.has(below) && shown.has(above));
    const width = ({ from, to }) => Math.max(3, this.#x(to) - this.#x(from));
    this.#svg
      .selectAll(".band")
      .data(bands)
      .join("rect")
      .attr("class", "band")
      .attr("x", (band) => (this.#x(band.from) + this.#x(band.to) - width(band)) / 2)
      .attr("width", width)
      .attr("y", margin.top)
      .attr("height", height - margin.top - margin.bottom)
      .append("title")
      .text(({ below, above }) => `${below} is cheaper below, ${above} above`);
  }

  /** A ribbon on top: who is the cheapest of those shown. */
  #cheapest(margin) {
    for (const { option, from, to } of stretches(this.#shown, this.#data.rates)) {
      const [x, end] = [this.#x(from), this.#x(to)];
      this.#svg
        .append("rect")
        .attr("class", `winner ${option.colour}`)
        .attr("x", x)
        .attr("width", Math.max(1, end - x))
        .attr("y", margin.top - 22)
        .attr("height", 17);
      if (end - x > option.id.length * 7 + 10)
        this.#text("winner-name", (x + end) / 2, margin.top - 9.5, option.id).attr("text-anchor", "middle");
    }
  }

  /** What leaves the picture is cut off at its edge. */
  #frame(width, height, margin) {
    this.#svg
      .append("clipPath")
      .attr("id", "frame")
      .append("rect")
      .attr("x", margin.left)
      .attr("width", width - margin.left - margin.right)
      .attr("y", margin.top)
      .attr("height", height - margin.top - margin.bottom + 2);
  }

  #asked(height, margin) {
    const [low, high] = this.#x.domain();
    if (this.#data.rate < low || this.#data.rate > high) return;
    const x = this.#x(this.#data.rate);
    this.#svg.append("path").attr("class", "asked").attr("d", `M${x} ${margin.top}V${height - margin.bottom}`);
    this.#text("asked-name", x + 5, margin.top + 15, "the workload");
  }

  #curve({ beyond, atLeast, colour, id }) {
    const heights = this.#heights.get(id);
    const line = (defined) =>
      d3
        .line((_, index) => this.#x(this.#data.rates[index]), (value) => this.#y(value))
        .defined((_, index) => defined(index))(heights);
    const group = this.#svg.append("g").attr("class", colour).attr("data-id", id).attr("clip-path", "url(#frame)");
    group.append("path").attr("class", "curve").attr("d", line((index) => !beyond[index]));
    group.append("path").attr("class", "curve beyond").attr("d", line((index) => beyond[index] || beyond[index + 1]));
    const first = atLeast.indexOf(1);
    if (first >= 0) {
      const [x, y] = [this.#x(this.#data.rates[first]), this.#y(heights[first])];
      group.append("text").attr("class", "at-least").attr("x", x).attr("y", y - 6).text("≥");
    }
  }

  /** At the right end of each curve, moved apart where they would cover each other. */
  #names(right, bottom) {
    const gap = 15;
    const names = this.#shown
      .map((option) => ({ option, end: this.#y(this.#heights.get(option.id).at(-1)) }))
      .sort((one, other) => one.end - other.end);
    let last = -Infinity;
    for (const name of names) name.y = last = Math.max(name.end, last + gap);
    let next = bottom + gap;
    for (const name of names.toReversed?.() ?? [...names].reverse()) name.y = next = Math.min(name.y, next - gap);
    for (const { option, end, y } of names) {
      const group = this.#svg.append("g").attr("class", option.colour);
      group.append("path").attr("class", "leader").attr("d", `M${right + 2} ${end}L${right + 12} ${y}`);
      group.append("text").attr("class", "curve-name").attr("x", right + 15).attr("y", y + 4).text(option.id);
    }
  }

  #text(name, x, y, text) {
    return this.#svg.append("text").attr("class", name).attr("x", x).attr("y", y).text(text);
  }
}

const d3Extent = (values) => [Math.min(...values), Math.max(...values)];

/** Neighbouring rates with the same cheapest option, as one. */
function stretches(options, rates) {
  const found = [];
  rates.forEach((rate, index) => {
    const [option] = [...options].sort((one, other) => one.usd[index] - other.usd[index]);
    const last = found.at(-1);
    if (last) last.to = rate;
    if (option && last?.option !== option) found.push({ option, from: rate, to: rate });
  });
  return found;
}
