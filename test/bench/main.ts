import { parseArgs } from 'node:util';

interface BenchOptions {
  /** How many ads the soak makes. */
  readonly ads?: number;
}

type Bench = (log: (line: string) => void, options: BenchOptions) => Promise<void>;

/** Each prints medians and ratios of one part of the product. */
const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  adjust: async () => (await import('./adjust.ts')).benchAdjust,
  ads: async () => (await import('./ads.ts')).benchAds,
  crowd: async () => (await import('./crowd.ts')).benchCrowd,
  motion: async () => (await import('./motion.ts')).benchMotion,
  photos: async () => (await import('./photos.ts')).benchPhotos,
  queue: async () => (await import('./queue.ts')).benchQueue,
  reading: async () => (await import('./reading.ts')).benchReading,
  soak: async () => (await import('./soak.ts')).benchSoak,
  web: async () => (await import('./web.ts')).benchWeb,
  zimage: async () => (await import('./zimage.ts')).benchZimage,
  'zimage-real': async () => (await import('./zimage-real.ts')).benchRealZimage,
};

const { values, positionals: named } = parseArgs({
  options: { ads: { type: 'string' } },
  allowPositionals: true,
});
const ads = Number(values.ads ?? Number.NaN);
if (values.ads !== undefined && !(Number.isInteger(ads) && ads > 0))
  throw new Error(`--ads takes a whole number of 1 or more, not "${values.ads}"`);
for (const name of named.length > 0 ? named : ['ads', 'queue']) {
  const load = benches[name];
  if (load === undefined) throw new Error(`There is no bench "${name}": ${Object.keys(benches).join(', ')}`);
  const bench = await load();
  console.log(`— ${name}`);
  await bench((line) => console.log(line), values.ads === undefined ? {} : { ads });
}
