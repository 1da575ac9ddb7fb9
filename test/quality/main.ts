type Quality = (log: (line: string) => void) => Promise<void>;

/** Each prints how good one part of the product is; none of them passes or fails. */
const parts: Readonly<Record<string, () => Promise<Quality>>> = {
  ads: async () => (await import('./ads.ts')).adsQuality,
  cutout: async () => (await import('./cutout.ts')).cutoutQuality,
  layout: async () => (await import('./layout.ts')).layoutQuality,
  resaved: async () => (await import('./resaved.ts')).resavedQuality,
};

/** What measures nothing, and so runs only when it is asked for by name. */
const onRequest: typeof parts = {
  'fit-confidence': async () => (await import('./fit-confidence.ts')).fitConfidenceModels,
};

const named = process.argv.slice(2);
for (const name of named.length > 0 ? named : Object.keys(parts)) {
  const load = parts[name] ?? onRequest[name];
  if (load === undefined)
    throw new Error(`There is no part "${name}": ${Object.keys({ ...parts, ...onRequest }).join(', ')}`);
  const measure = await load();
  console.log(`— ${name}`);
  await measure((line) => console.log(line));
}
