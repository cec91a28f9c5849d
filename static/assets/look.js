// Before anything is drawn, so that nothing flashes: the look that the reader chose last time, and, where the page
// does not do so itself, to ask for the fonts before the style sheet is read. (A page opened from disk has them.)
try {
  const chosen = localStorage.getItem("look");
  if (chosen) document.documentElement.dataset.look = chosen;
} catch { /* a browser that keeps nothing */ }

const { src, dataset } = document.currentScript;
if (dataset.fonts && location.protocol !== "file:") {
  for (const name of dataset.fonts.split(" ")) {
    const href = new URL(`fonts/${name}.woff2`, src).href;
    document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "font", crossOrigin: "", href }));
  }
}
