// The page: what is asked stands in the address, what is found below the field.

const [form, status, results, older, retry] = ["form", "status", "results", "older", "retry"].map((id) => document.getElementById(`search-${id}`));
const field = form.elements, { root, locale } = form.dataset, said = status.dataset;
const number = new Intl.NumberFormat(locale), plural = new Intl.PluralRules(locale);
const date = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
const filled = () => [...new FormData(form)];
let asked, timer, run = 0;

const say = (state, text, count = 0) => {
  Object.assign(said, { state, count });
  status.textContent = text;
  retry.hidden = state !== "error";
};
const element = (name, className, ...content) => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
};

// The part of a text with most of the words, and these marked: whole words, or joined letters would break.
const excerpt = (text, terms) => {
  const listed = [...text.matchAll(/[\p{L}\p{M}\p{N}ـ]+/gu)];
  const found = listed.map(([word]) => terms.findIndex(({ forms }) => words(word).some((one) => forms.has(one))));
  let first = 0, most = 0;
  found.forEach((term, at) => {
    const within = term < 0 ? 0 : new Set(found.slice(at, at + 24)).size;
    if (within > most) [first, most] = [Math.max(0, at - 8), within];
  });
  const shown = element("p", "card-summary search-excerpt", first ? "… " : "");
  let place = listed[first]?.index;
  listed.slice(first, first + 40).forEach(({ 0: word, index }, at) => {
    shown.append(text.slice(place, index), found[first + at] < 0 ? word : element("mark", "", word));
    place = index + word.length;
  });
  if (listed[first + 40]) shown.append(" …");
  return shown;
};
const card = ([url, heading, source, published, , , body]) => {
  const link = element("a", "", heading), meta = element("p", "card-meta");
  link.href = root + url.split("/").map(encodeURIComponent).join("/");
  if (source) meta.append(element("span", "card-source", source));
  if (published) meta.append(element("time", "", date.format(new Date(published.slice(0, 10)))));
  return element("li", "card", element("h2", "card-title", link), meta, excerpt(body, asked.terms));
};
const offer = (select, counts) => {
  const chosen = select.value, rows = [...counts].sort((one, other) => other[1] - one[1]).slice(0, 50);
  if (chosen && !rows.some(([name]) => name === chosen)) rows.unshift([chosen, 0]);
  select.replaceChildren(select[0], ...rows.map(([name, count]) => new Option(`${name} (${number.format(count)})`, name)));
  select.value = chosen;
};
const fail = (mine) => mine === run && say("error", said.error);
const show = async (mine) => {
  try {
    const page = await nextPage(asked), { count, left, waiting } = asked;
    if (mine !== run) return;
    results.append(...page.map(card));
    offer(field.source, asked.sources);
    offer(field.tag, asked.tags);
    older.hidden = !waiting.length && !left.length;
    const text = count ? said[plural.select(count)].replace("#", number.format(count)) : said.none;
    say("done", left.length && count ? said.more.replace("#", text) : text, count);
  } catch {
    fail(mine);
  }
};
const search = async () => {
  const mine = ++run, query = Object.fromEntries(filled());
  // What was asked before is to read no more.
  if (asked) asked.left.length = asked.waiting.length = 0;
  clearTimeout(timer);
  older.hidden = true;
  if (!words(query.q).length) {
    results.replaceChildren();
    return say("idle", "");
  }
  say("loading", said.loading);
  try {
    const fresh = await ask({ ...query, first: +query.from || 0, last: +query.to || 9999 });
    if (mine !== run) return;
    asked = fresh;
    results.replaceChildren();
  } catch {
    return fail(mine);
  }
  show(mine);
};
const address = () => `?${new URLSearchParams(filled().filter(([, value]) => value && value !== "newest"))}`;
const restore = () => {
  const given = new URLSearchParams(location.search);
  form.reset();
  for (const [name] of filled()) {
    const value = given.get(name);
    if (value && /source|tag/.test(name)) field[name].add(new Option(value));
    if (value) field[name].value = value;
  }
  search();
};

if (location.protocol === "file:") say("error", said.disk);
else {
  form.onsubmit = (event) => {
    event.preventDefault();
    if (address() !== location.search) history.pushState(null, "", address());
    search();
  };
  form.oninput = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      history.replaceState(null, "", address());
      search();
    }, 250);
  };
  older.onclick = () => {
    if (said.state === "loading") return;
    say("loading", said.loading);
    show(run);
  };
  // What was read may be of a site that has been put up anew since.
  retry.onclick = () => {
    files.clear();
    search();
  };
  window.onpopstate = restore;
  document.onkeydown = (event) => {
    const stops = [field.q, ...results.querySelectorAll("a")], at = stops.indexOf(document.activeElement);
    const next = at < 0 ? null : stops[at + { ArrowDown: 1, ArrowUp: -1 }[event.key]];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  restore();
}
