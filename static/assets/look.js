// Before anything is drawn, so that nothing flashes and no line moves: the look that the reader chose last time,
// and the fonts, which are asked for before the style sheet is read. A page opened from disk has them at once.
try {
  const chosen = localStorage.getItem("look");
  if (chosen) document.documentElement.dataset.look = chosen;
} catch { /* a browser that keeps nothing */ }

const { src, dataset } = document.currentScript;
if (location.protocol !== "file:") {
  for (const name of dataset.fonts.split(" ").filter(Boolean)) {
    const href = new URL(`fonts/${name}.woff2`, src).href;
    const link = Object.assign(document.createElement("link"), { rel: "preload", as: "font", crossOrigin: "", href });
    document.head.append(link);
  }
}
