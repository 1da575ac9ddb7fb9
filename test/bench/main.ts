type Bench = (log: (line: string) => void) => Promise<void>;

/** Each prints medians and ratios of one part of the product. */
const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  ads: async () => (await import('./ads.ts')).benchAds,
  queue: async () => (await import('./queue.ts')).benchQueue,
  zimage: async () => (await import('./zimage.ts')).benchZimage,
  'zimage-real': async () => (await import('./zimage-real.ts')).benchRealZimage,
};

const named = process.argv.slice(2);
for (const name of named.length > 0 ? named : ['ads', 'queue']) {
  const load = benches[name];
  if (load === undefined) throw new Error(`There is no bench "${name}": ${Object.keys(benches).join(', ')}`);
  const bench = await load();
  console.log(`— ${name}`);
  await bench((line) => console.log(line));
}
