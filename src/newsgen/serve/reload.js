// Added to every page by `newsgen serve`, never part of the site: reloads the page when the site was rebuilt.
(() => {
  "use strict";
  const shown = document.currentScript.dataset.version;
  const isErrorPage = document.documentElement.hasAttribute("data-newsgen-failed");
  const key = "newsgen-scroll";
  let source = null;

  // Left to itself the browser would, after an error page in between, go to where that one was scrolled to.
  function keepScroll() {
    history.scrollRestoration = "manual";
    if (isErrorPage) return;
    sessionStorage.setItem(key, JSON.stringify([location.pathname, scrollX, scrollY]));
  }

  function restoreScroll() {
    const kept = sessionStorage.getItem(key);
    if (isErrorPage || kept === null) return;
    sessionStorage.removeItem(key);
    const [path, left, top] = JSON.parse(kept);
    if (path === location.pathname) scrollTo({ left, top, behavior: "instant" });
    setTimeout(() => (history.scrollRestoration = "auto"));
  }

  function listen() {
    if (source !== null || document.hidden) return;
    source = new EventSource("/__newsgen__/events");
    source.onmessage = (event) => {
      if (event.data === shown) return;
      stop();
      keepScroll();
      location.reload();
    };
    source.onerror = () => {
      // While it says CONNECTING the browser tries again by itself.
      if (source === null || source.readyState !== EventSource.CLOSED) return;
      stop();
      setTimeout(listen, 1000);
    };
  }

  function stop() {
    if (source !== null) source.close();
    source = null;
  }

  // A browser opens six connections to a server at most: tabs in the background must not hold them all.
  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
  addEventListener("load", restoreScroll);
  listen();
})();
