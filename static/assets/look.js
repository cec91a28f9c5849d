// Before anything is drawn, so that nothing flashes: the look that the reader chose last time.
try {
  const chosen = localStorage.getItem("look");
  if (chosen) document.documentElement.dataset.look = chosen;
} catch { /* a browser that keeps nothing */ }
