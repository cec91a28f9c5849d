// Which forms are of one word: newsgen.search.families says why.

const FEMININE = ["ات", "تان", "تين", "ه"], PLURALS = ["ون", "ين"], ENDINGS = ["", ...FEMININE, ...PLURALS];
const behind = (...ends) => ["", "و", "ف"].flatMap((start) => ends.map((end) => start + end));
const ARTICLES = behind("ال", "بال", "كال", "لل"), NAMES = behind("ب", "ك", "ل");
const cut = (word, end) => word.slice(0, word.length - end.length);
const splits = (word) => [
  ...ENDINGS.filter((end) => word.endsWith(end) && word.length > end.length + 1).map((end) => [cut(word, end), end]),
  ...word.endsWith("وون") ? [[cut(word, "وون") + "ي", "ون"]] : [],
];
const variants = (word) => {
  const stems = splits(word).map(([stem]) => stem);
  return [...new Set([word, ...stems.flatMap((stem) => ENDINGS.map((end) => stem + end)),
    ...stems.filter((stem) => stem.endsWith("ي")).map((stem) => cut(stem, "ي") + "وون")])];
};
const keysOf = (forms) => new Set(forms.map(shardKey));
// A form may have the mark of a known word before it, a code below those of letters.
const markOf = (name) => letters.indexOf(name[0]);
const bare = (name) => markOf(name) > 1 && markOf(name) < 32 ? name.slice(1) : name;

const family = (marked, word) => {
  const counts = new Map(), known = new Map(), whole = new Set();
  const count = (form) => counts.get(form) || 0;
  for (const [name, number] of marked) {
    const form = bare(name), before = (markOf(name) & ~16) - 2, rest = form.slice(before);
    if (form !== name) {
      known.set(form, before).set(rest, 0);
      if (markOf(name) & 16) whole.add(rest);
    }
    add(counts, form, number);
  }
  const knownAt = (form) => known.get([form, ...variants(form)].find((other, at) =>
    known.has(other) && (!at || form.length > known.get(other) + 2)));
  const stands = (rest) => count(rest) + count("ال" + rest);
  const withArticle = (form) => ARTICLES.reduce((sum, before) => sum + count(before + form), 0);
  const isNoun = (form) => form[0] === "ا" ? count("ل" + form) || withArticle(form) > count(form.slice(2)) : [...ARTICLES, ...NAMES]
    .some((prefix) => (form[0] + prefix.slice(-1) !== "لل" || ARTICLES.includes(prefix)) && count(prefix + form));
  const hasArticle = (form, [, before, rest]) => !isNoun(form) && (rest.length > 2 || before.length === 2 || stands(rest) > 0);
  const hasClitic = (form, [, , rest]) => !isNoun(form) && (rest.length > 3 || stands(rest))
    && count(form) <= 8 * (stands(rest) + (rest === word)) + 3;
  const strip = (form) => {
    for (const clitics of ["وفبكل", "بكل"]) {
      if (knownAt(form) >= 0) return form.slice(knownAt(form));
      let found = form.match(/^([وف]?(?:[بك]?ال|لل))(..+)$/su);
      if (found && hasArticle(form, found)) return found[2];
      found = form.match(/^([وفبكل])(...+)$/su);
      if (!found || !clitics.includes(found[1]) || !hasClitic(form, found)) return form;
      form = found[2];
      if ("بكل".includes(found[1])) break;
    }
    return form.slice(knownAt(form) || 0);
  };
  const bares = new Map([...counts.keys(), word].map((form) => [form, strip(form)]));
  const isThere = new Set(bares.values());
  const fit = (stem, ...pair) => {
    const of = (...endings) => pair.every((ending) => endings.includes(ending));
    const length = stem.length, men = isThere.has(stem + "ون");
    return of(...FEMININE) || (of("", "ات") || of(...PLURALS)) && length > 2
      || of("", ...PLURALS) && (length > 3 || length === 3 && men && isThere.has(stem + "ين"))
      || of("", "ه") && length > 2 && men;
  };
  const areOne = (one, other) => one === other || !whole.has(one) && !whole.has(other) && splits(one).some(([stem, first]) =>
    splits(other).some(([same, second]) => stem === same && fit(stem, first, second)));
  return [...counts.keys()].filter((form) => areOne(bares.get(form), bares.get(word)));
};
const isBefore = (form, word) => form === word || ["و", "ف", ...NAMES].some((before) => form === before + word)
  || word.startsWith("ال") && ["لل", "ولل", "فلل"].some((before) => form === before + word.slice(2));
