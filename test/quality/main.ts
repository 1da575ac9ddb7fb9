type Quality = (log: (line: string) => void, options: readonly string[]) => Promise<void>;

/** Each prints how good one part of the product is; `design` and `places` fail where an ad breaks a rule, the others never. */
const parts: Readonly<Record<string, () => Promise<Quality>>> = {
  ads: async () => (await import('./ads.ts')).adsQuality,
  cutout: async () => (await import('./cutout.ts')).cutoutQuality,
  design: async () => (await import('./design/design.ts')).designQuality,
  layout: async () => (await import('./layout.ts')).layoutQuality,
  places: async () => (await import('./places/places.ts')).placesQuality,
  resaved: async () => (await import('./resaved.ts')).resavedQuality,
};

/** What measures nothing, and so runs only when it is asked for by name. */
const onRequest: typeof parts = {
  'fit-confidence': async () => (await import('./fit-confidence.ts')).fitConfidenceModels,
};

// What begins with the first option is for the part that is named.
const given = process.argv.slice(2);
const optionsFrom = given.findIndex((argument) => argument.startsWith('-'));
const named = optionsFrom < 0 ? given : given.slice(0, optionsFrom);
const options = optionsFrom < 0 ? [] : given.slice(optionsFrom);
for (const name of named.length > 0 ? named : Object.keys(parts)) {
  const load = parts[name] ?? onRequest[name];
  if (load === undefined)
    throw new Error(`There is no part "${name}": ${Object.keys({ ...parts, ...onRequest }).join(', ')}`);
  const measure = await load();
  console.log(`— ${name}`);
  const began = performance.now();
  await measure((line) => console.log(line), options);
  console.log(`${((performance.now() - began) / 1000).toFixed(0)} s`);
}
