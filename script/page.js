// The page: what is asked stands in the address, what is found below the field.

const byId = (name) => document.getElementById(`search-${name}`);
const [form, status, results, older, retry] = ["form", "status", "results", "older", "retry"].map(byId);
const field = form.elements, { root, locale } = form.dataset;
const number = new Intl.NumberFormat(locale), plural = new Intl.PluralRules(locale);
const date = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
const NAMES = ["q", "source", "tag", "from", "to", "sort"];
let asked, run = 0, timer;

const say = (state, text, count = 0) => {
  Object.assign(status.dataset, { state, count });
  status.textContent = text;
  retry.hidden = state !== "error";
};
const element = (name, text, className = "") => Object.assign(document.createElement(name), { textContent: text, className });

// The part of a text with most of the words, and these marked: whole words, or joined letters would break.
const excerpt = (text, terms) => {
  const cache = new Map(), listed = [...text.matchAll(/[\p{L}\p{M}\p{N}ـ]+/gu)];
  const found = listed.map(([word]) => {
    if (!cache.has(word)) {
      const forms = words(word);
      cache.set(word, terms.findIndex((term) => forms.some((one) => term.forms.has(one))));
    }
    return cache.get(word);
  });
  let first = 0, most = 0;
  found.forEach((term, at) => {
    const within = term < 0 ? 0 : new Set(found.slice(at, at + 24)).size;
    if (within > most) [first, most] = [Math.max(0, at - 8), within];
  });
  const shown = element("p", first ? "… " : "", "card-summary search-excerpt");
  let place = listed[first]?.index || 0;
  listed.slice(first, first + 40).forEach(({ 0: word, index }, at) => {
    shown.append(text.slice(place, index), found[first + at] < 0 ? word : element("mark", word));
    place = index + word.length;
  });
  if (listed.length > first + 40) shown.append(" …");
  return shown;
};
const card = ([url, heading, source, published, , , body]) => {
  const item = element("li", "", "card"), title = element("h2", "", "card-title"), link = element("a", heading);
  const meta = element("p", "", "card-meta");
  link.href = root + url.split("/").map(encodeURIComponent).join("/");
  title.append(link);
  if (source) meta.append(element("span", source, "card-source"));
  if (published) meta.append(element("time", date.format(new Date(published.slice(0, 10)))));
  item.append(title, meta, excerpt(body, asked.terms));
  return item;
};
const offer = (name, counts) => {
  const select = field[name], chosen = select.value;
  const rows = [...counts].sort((one, other) => other[1] - one[1]).slice(0, 50);
  if (chosen && !counts.has(chosen)) rows.unshift([chosen]);
  select.replaceChildren(select.options[0], ...rows.map(([value, count]) =>
    new Option(count ? `${value} (${number.format(count)})` : value, value, false, value === chosen)));
};
const show = async (mine) => {
  const page = await nextPage(asked);
  if (mine !== run) return;
  results.append(...page.map(card));
  offer("source", asked.sources);
  offer("tag", asked.tags);
  older.hidden = !asked.waiting.length && !asked.left.length;
  const { dataset } = status, count = asked.count;
  const text = count ? dataset[plural.select(count)].replace("#", number.format(count)) : dataset.none;
  say("done", asked.left.length && count ? dataset.more.replace("#", text) : text, count);
};
const search = async () => {
  const mine = ++run, query = Object.fromEntries(NAMES.map((name) => [name, field[name].value.trim()]));
  clearTimeout(timer);
  if (!words(query.q).length) {
    results.replaceChildren();
    older.hidden = true;
    return say("idle", "");
  }
  say("loading", status.dataset.loading);
  try {
    const fresh = await ask({ ...query, first: +query.from || 0, last: +query.to || 9999 });
    if (mine !== run) return;
    asked = fresh;
    results.replaceChildren();
    await show(mine);
  } catch (error) {
    if (mine === run) say("error", status.dataset.error);
  }
};
const address = () => {
  const filled = NAMES.map((name) => [name, field[name].value.trim()]).filter(([name, value]) => value && value !== "newest");
  return `?${new URLSearchParams(filled)}`;
};
const restore = () => {
  const given = new URLSearchParams(location.search);
  for (const name of NAMES) {
    const value = given.get(name) || (name === "sort" ? "newest" : "");
    if (["source", "tag"].includes(name) && value) field[name].add(new Option(value));
    field[name].value = value;
  }
  search();
};

if (location.protocol === "file:") say("error", status.dataset.disk);
else {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (address() !== location.search) history.pushState(null, "", address());
    search();
  });
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      history.replaceState(null, "", address());
      search();
    }, 250);
  });
  const again = async () => {
    const mine = run;
    say("loading", status.dataset.loading);
    await show(mine).catch(() => say("error", status.dataset.error));
  };
  older.addEventListener("click", again);
  retry.addEventListener("click", search);
  addEventListener("popstate", restore);
  addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [field.q, ...results.querySelectorAll("a")], at = stops.indexOf(document.activeElement);
    if (!step || at < 0 || !stops[at + step]) return;
    event.preventDefault();
    stops[at + step].focus();
  });
  restore();
}
