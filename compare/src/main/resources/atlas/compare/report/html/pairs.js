/** Two lists to choose from, in place of a long list of pairs. */
function pairs() {
  const form = document.getElementById("choose");
  if (!form) return;
  const [left, right] = form.querySelectorAll("select");
  const all = [...document.querySelectorAll(".pair")];
  const isOf = ({ dataset }, one, other) => dataset.left === one && dataset.right === other;
  const show = () => {
    for (const option of right.options) option.disabled = option.value === left.value;
    if (right.value === left.value) right.value = [...right.options].find(({ disabled }) => !disabled).value;
    for (const pair of all) {
      pair.hidden = !isOf(pair, left.value, right.value) && !isOf(pair, right.value, left.value);
      pair.open = !pair.hidden;
    }
  };
  form.hidden = false;
  right.selectedIndex = 1;
  form.addEventListener("change", show);
  show();
}
