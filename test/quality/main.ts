type Quality = (log: (line: string) => void) => Promise<void>;

/** Each prints how good one part of the product is; none of them passes or fails. */
const parts: Readonly<Record<string, () => Promise<Quality>>> = {
  ads: async () => (await import('./ads.ts')).adsQuality,
  cutout: async () => (await import('./cutout.ts')).cutoutQuality,
  layout: async () => (await import('./layout.ts')).layoutQuality,
};

const named = process.argv.slice(2);
for (const name of named.length > 0 ? named : Object.keys(parts)) {
  const load = parts[name];
  if (load === undefined) throw new Error(`There is no part "${name}": ${Object.keys(parts).join(', ')}`);
  const measure = await load();
  console.log(`— ${name}`);
  await measure((line) => console.log(line));
}
