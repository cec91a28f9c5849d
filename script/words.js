// Letters and words. `letters` and `folds` come from newsgen.search.alphabet: each code's letter, and what it becomes.

const codeOf = (letter) => letters.indexOf(letter, 5);
const familiar = (letter) => codeOf(letter) > 0 ? letter : letter.normalize("NFKC").toLowerCase().replace(/./gsu, (part) =>
  codeOf(part) > 0 || /[\p{L}\p{N}]/u.test(part) ? part : /\p{M}/u.test(part) ? "" : " ");
const folded = (letter) => folds[codeOf(letter)] ?? letter;
const fold = (text) => text.replace(/./gsu, familiar).replace(/./gsu, (letter) => folded(letter) === "_" ? "" : letter)
  .replace(/[ئء](?=و)/g, "و").replace(/./gsu, folded).replace(/[0-9]+/g, " $& ");
const split = (line) => line.split(/\s+/).filter(Boolean);
const words = (text) => split(fold(text));

// An escape stands for half of a character's code, four letters for its four digits.
const decode = (bytes) => bytes.reduce((text, byte) => text + letters[byte], "")
  .replace(/\x01([a-p]{4})/g, (_, code) => String.fromCharCode([...code].reduce((sum, digit) => sum * 16 + digit.charCodeAt(0) - 97, 0)));
const escape = (unit) => [1, ...[12, 8, 4, 0].map((bits) => 97 + (unit.charCodeAt(0) >> bits & 15))];
const shardKey = (form) => {
  const start = form.replace(/^[وفبكلا]+/, "");
  let crc = -1;
  for (const unit of (start.replace(/[اتهنوي]+$/, "") || start.replace(/(?:[وي]?(?:ات|تان|تين|ه|ون|ين)|ي|^ت|^ن)$/, "")).split("")) {
    for (const byte of codeOf(unit) > 0 ? [codeOf(unit)] : escape(unit)) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit++) crc = crc >>> 1 ^ (crc & 1 && 0xedb88320);
    }
  }
  return ~crc >>> 0;
};
// The counts themselves are returned.
const add = (counts, key, number) => counts.set(key, (counts.get(key) || 0) + number);
