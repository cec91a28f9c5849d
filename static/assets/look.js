// Before anything is drawn: the look that the reader chose last time, and the fonts, where the page does not ask for
// them itself.
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
