// A page opened from disk has no host that turns "tags/" into "tags/index.html".
if (location.protocol === "file:") {
  for (const link of document.querySelectorAll("a[href]")) {
    const path = link.getAttribute("href");
    if (/^[^:#?]*\/(?=$|[?#])/.test(path)) link.setAttribute("href", path.replace(/\/(?=$|[?#])/, "/index.html"));
  }
  for (const form of document.querySelectorAll("form[action$='/']")) form.setAttribute("action", `${form.getAttribute("action")}index.html`);
}

// "/" leads to the search field.
addEventListener("keydown", (event) => {
  const search = document.querySelector("[role=search] input");
  if (event.key !== "/" || !search || event.target.closest?.("input, select, textarea")) return;
  event.preventDefault();
  search.focus();
});

function offer(selector, work) {
  for (const button of document.querySelectorAll(selector)) {
    button.hidden = false;
    button.addEventListener("click", () => work(button));
  }
}

const dark = matchMedia("(prefers-color-scheme: dark)");
offer(".look", () => {
  const root = document.documentElement;
  const system = dark.matches ? "dark" : "light";
  const next = (root.dataset.look ?? system) === "dark" ? "light" : "dark";
  if (next === system) delete root.dataset.look;
  else root.dataset.look = next;
  try {
    if (next === system) localStorage.removeItem("look");
    else localStorage.setItem("look", next);
  } catch { /* a browser that keeps nothing */ }
});

offer(".print", () => print());
if (navigator.clipboard) {
  offer(".copy", async (button) => {
    const address = document.querySelector("link[rel=canonical]")?.href ?? location.href.split("#")[0];
    await navigator.clipboard.writeText(address);
    const words = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = words), 2000);
  });
}

// All spellings of a letter are one.
const SPELLINGS = { أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ي", ی: "ي", ئ: "ي", ة: "ه", ۀ: "ه", ؤ: "و", ک: "ك" };
function folded(text) {
  const bare = text.normalize("NFC").replace(/[\u064b-\u0655\u0670\u0640]/g, "").toLowerCase();
  return bare.replace(/[أإآٱىیئةۀؤک]/g, (letter) => SPELLINGS[letter]);
}

const field = document.querySelector(".filter");
if (field) {
  const input = field.querySelector("input");
  const told = field.querySelector("output");
  const letters = [...document.querySelectorAll(".letter")].map((section) => [
    section,
    [...section.querySelectorAll("li")].map((item) => [item, folded(item.querySelector(".term-name").textContent)]),
  ]);
  field.hidden = false;
  input.addEventListener("input", () => {
    const wanted = folded(input.value.trim());
    let any = false;
    for (const [section, items] of letters) {
      let some = false;
      for (const [item, name] of items) {
        item.hidden = !name.includes(wanted);
        some ||= !item.hidden;
      }
      section.hidden = !some;
      any ||= some;
    }
    told.textContent = any ? "" : input.dataset.none;
  });
}
