/** An element with its content: texts and other elements. */
export function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}
