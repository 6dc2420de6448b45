/** Sorts a table by the column whose head is pressed: numbers by their value, the rest as text, what has none last. */
function sortable(table) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    if ("unsorted" in head.dataset) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => {
      const ascending = head.ariaSort === null ? !head.classList.contains("n") : head.ariaSort !== "ascending";
      heads.forEach((each) => (each.ariaSort = null));
      head.ariaSort = ascending ? "ascending" : "descending";
      sort(table.tBodies[0], column, ascending ? 1 : -1);
    });
    head.append(button);
  });
}

function sort(body, column, direction) {
  const key = (row) => {
    const cell = row.cells[column];
    const value = cell.querySelector("data")?.value;
    return value === undefined ? cell.textContent.trim() : Number(value);
  };
  const order = (one, other) => {
    const [a, b] = [key(one), key(other)];
    if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
    return direction * (typeof a === "number" ? a - b : a.localeCompare(b, "en"));
  };
  body.append(...[...body.rows].sort(order));
}
