// The files of the index, each read once.

const files = new Map();
const load = (path, read) => {
  if (!files.has(path)) {
    const got = fetch(path).then((response) => {
      if (!response.ok) throw new Error(path);
      return path === "index.json" ? response.json()
        : new Response(response.body.pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer();
    }).then(read);
    got.catch(() => files.delete(path));
    files.set(path, got);
  }
  return files.get(path);
};
const readShard = (buffer) => {
  const [forms, size] = new Uint32Array(buffer, 0, 2), bytes = new Uint8Array(buffer);
  let at = 8, place = 0, number = 0;
  const [few, many, low, high, weights] = [forms, forms, size, size, size].map((length) => bytes.subarray(at, at += length));
  return decode(bytes.subarray(at)).split("\n").map((name, row) => {
    const entries = [];
    for (const end = place + few[row] + (many[row] << 8); place < end; place++) {
      number = number + low[place] + (high[place] << 8) & 0xffff;
      entries.push([number, weights[place]]);
    }
    return [name, entries];
  });
};
const manifest = () => load("index.json", ({ segments, directories }) => ({
  segments: segments.map(([name, articles, shards, first, last, edition]) =>
    ({ articles, shards, first, last, file: (file) => `${name}/${file}.bin?${edition}` })),
  lists: directories.map(([name, first, count, shards, edition]) =>
    ({ first, count, shards, file: (file) => `${name}-words/${file}.bin?${edition}` })),
}));
const shards = async (where, keys) => (await Promise.all([...new Set([...keys].map((key) => key % where.shards))]
  .map((number) => load(where.file(number), readShard)))).flat();
const contents = (row) => load(row.file("contents"), (buffer) => JSON.parse(new TextDecoder().decode(buffer)));
// Asked for and not waited for; what fails is told when it is needed.
const fetchAhead = (row, keySets) => Promise.all([contents(row), ...keySets.map((keys) => shards(row, keys))]).catch(() => {});
const article = async ({ row, number }) => {
  const block = (await contents(row)).blocks.findLast((first) => first <= number);
  const read = await load(row.file(`text-${block}`), (buffer) => decode(new Uint8Array(buffer)).split("\0"));
  return read[number - block].split("\x02");
};
