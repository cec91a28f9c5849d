// Asking the index: newsgen.search.answer does the same.

const PAGE = 10, RANKED = 1000, AHEAD = 1500, MOST_AHEAD = 64;
const parse = (text) => {
  const parts = new Map();
  for (const [, minus, phrase, word] of text.matchAll(/(-?)(?:["“”«»„]([^"“”«»„]*)["“”«»„]|(\S+))/g)) {
    const listed = words(phrase ?? word), exact = phrase !== undefined || minus && listed.length > 1;
    for (const of of exact ? [listed] : listed.map((single) => [single])) {
      const part = { words: of, exact, excluded: minus };
      if (of.length) parts.set(JSON.stringify(part), part);
    }
  }
  return [...parts.values()];
};
const findTerm = async ({ segments, lists }, word, isExact, isFirst) => {
  const keys = keysOf(variants(word)), counts = new Map(), where = new Map();
  const note = (name, count, row) => {
    add(counts, name, count);
    where.set(bare(name), add(where.get(bare(name)) || new Map(), row, count));
  };
  const last = lists.at(-1), single = segments.slice(last ? last.first + last.count : 0);
  const found = await Promise.all([...lists, ...single].map(async (place) => [place, await shards(place, keys)]));
  for (const [place, forms] of found) for (const [name, entries] of forms) {
    if (!keys.has(shardKey(bare(name)))) continue;
    if (place.articles) note(name, entries.length, place);
    else for (const [number, bits] of entries) note(name, 2 ** (bits - 1), segments[place.first + number]);
  }
  const forms = new Set(family(counts, word).filter((form) => !isExact || form === word || isFirst && isBefore(form, word)));
  const rows = new Map();
  for (const form of forms) for (const [row, count] of where.get(form)) add(rows, row, count);
  return { forms, rows, keys: keysOf([...forms]) };
};
const ask = async (query) => {
  const index = await manifest(), parts = parse(query.q), wanted = parts.filter((part) => !part.excluded);
  const rows = index.segments.filter(({ first, last }) => last >= query.first && first <= query.last && wanted.length);
  if (query.sort !== "oldest") rows.reverse();
  // What will most likely be read is asked for beside the words themselves: one step fewer.
  const keys = keysOf(wanted.flatMap((part) => part.words.flatMap(variants)));
  for (let at = 0, ahead = 0; at < rows.length && ahead < AHEAD; ahead += rows[at++].articles) fetchAhead(rows[at], [keys]);
  await Promise.all(parts.map(async (part) => {
    part.terms = await Promise.all(part.words.map((word, place) => findTerm(index, word, part.exact, !place)));
  }));
  const terms = wanted.flatMap((part) => part.terms);
  const left = rows.filter((row) => terms.every((term) => term.rows.has(row)));
  return { ...query, parts, terms, left, ahead: 0, waiting: [], count: 0, sources: new Map(), tags: new Map() };
};
const entriesOf = async (row, { rows, keys, forms }) => {
  const found = new Map();
  for (const [name, entries] of rows.has(row) ? await shards(row, keys) : []) {
    if (forms.has(bare(name))) for (const [at, weight] of entries) add(found, at, 1 + 3 * weight);
  }
  return found;
};
const sameName = (one, other) => words(one).join(" ") === words(other).join(" ");
// The results in a segment, in the order that was asked for; counts them by source and tag.
const hitsOf = async (asked, row) => {
  const without = asked.parts.filter((part) => part.excluded && !part.exact).map((part) => part.terms[0]);
  const about = await contents(row), found = await Promise.all([...asked.terms, ...without].map((term) => entriesOf(row, term)));
  const entries = found.slice(0, asked.terms.length), left = found.slice(asked.terms.length), hits = [];
  const average = about.lengths.reduce((sum, length) => sum + length) / row.articles + 1;
  const isNamed = (wanted, names) => !wanted || names.some((name) => sameName(name, wanted));
  for (const number of [...entries[0].keys()].sort((one, other) => asked.sort === "oldest" ? one - other : other - one)) {
    const year = about.years.findLast(([, first]) => first <= number)[0], source = about.sources[about.source[number]];
    const tags = about.tag[number].map((tag) => about.tags[tag]);
    if (year < asked.first || year > asked.last || !entries.every((of) => of.has(number)) || left.some((of) => of.has(number))
      || !isNamed(asked.source, [source]) || !isNamed(asked.tag, tags)) continue;
    const share = 0.25 + 0.75 * (about.lengths[number] + 1) / average;
    const score = entries.reduce((sum, of) => sum + Math.log(1 + (row.articles - of.size + 0.5) / (of.size + 0.5))
      * of.get(number) * 2.2 / (of.get(number) + 1.2 * share), 0);
    hits.push({ row, number, score });
    if (source) add(asked.sources, source, 1);
    for (const tag of tags) add(asked.tags, tag, 1);
  }
  return hits;
};
const hasPhrase = (fields, { terms, words: [, ...rest] }) => fields.slice(1).some((field) => fold(field).split("\n").some((line) =>
  split(line).some((word, at, all) => terms[0].forms.has(word) && rest.every((next, step) => all[at + 1 + step] === next))));
// As many segments as have so many results, as far as the counts of words tell, are asked for at once, or each
// that has few would be a step of its own. `least` of them at least: counts know nothing of filters.
const readAhead = (asked, results, least) => {
  for (const row of asked.left) {
    if (asked.ahead >= least && results <= 0) break;
    results -= Math.min(...asked.terms.map(({ rows }) => rows.get(row)));
    asked.ahead++;
    fetchAhead(row, asked.terms.map(({ keys }) => keys));
  }
};
// The next results with their articles. What was too little is followed by more and more.
const nextPage = async (asked) => {
  const page = [], phrases = asked.parts.filter((part) => part.exact), isRanked = asked.sort === "relevance";
  const { waiting, left } = asked;
  for (let step = PAGE, least = 1; page.length < PAGE && (waiting.length || left.length); step = Math.min(RANKED, 2 * step)) {
    if (waiting.length < (isRanked ? 1 : step)) {
      for (const most = isRanked ? RANKED : step; left.length && waiting.length < most; asked.ahead--) {
        if (!asked.ahead) {
          readAhead(asked, most - waiting.length, least);
          least = Math.min(MOST_AHEAD, 4 * least);
        }
        const hits = await hitsOf(asked, left.shift());
        waiting.push(...hits);
        if (!phrases.length) asked.count += hits.length;
      }
      if (isRanked) waiting.sort((one, other) => other.score - one.score);
    }
    const tried = waiting.splice(0, step), read = await Promise.all(tried.map(article));
    for (; page.length < PAGE && tried.length; tried.shift()) {
      const fields = read.shift();
      if (phrases.every((part) => hasPhrase(fields, part) !== !!part.excluded)) page.push(fields);
    }
    waiting.unshift(...tried);
  }
  if (phrases.length) asked.count += page.length;
  return page;
};
