/** Where there is no pointer to hover with, a tap tells what a number rests on. */
function tellOnTap() {
  const bar = document.getElementById("because");
  addEventListener("click", ({ target }) => {
    bar.textContent = target.closest?.(".figure[title]")?.title ?? "";
  });
}
