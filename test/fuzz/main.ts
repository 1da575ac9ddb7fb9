import { runCampaign } from './campaign.ts';
import { HOSTILE, KEPT, keepFinding, keepInput, readInputs } from './corpus.ts';
import type { KindName } from './input.ts';
import { VERDICTS } from './judge.ts';
import { generators } from './kinds/generators.ts';
import { type FuzzOptions, HELP, parseFuzzOptions } from './options.ts';

/** For making one finding smaller: a share of all the time that its kind has, and the most milliseconds. */
const MINIMISING = { share: 0.1, most: 15_000 };

async function fuzz(kind: KindName, seconds: number, { seed, keep }: FuzzOptions): Promise<number> {
  const hostile = await readInputs(HOSTILE, kind);
  const kept = (await readInputs(KEPT, kind)).map(({ input }) => input);
  console.log(
    `— ${kind}: seed ${seed}, ${seconds.toFixed(0)} s, ${hostile.length} found before, ${kept.length} kept`,
  );
  const end = performance.now() + seconds * 1000;
  const { inputs, counts, findings, starts } = await runCampaign({
    kind,
    generator: await generators[kind](),
    seed,
    hostile,
    kept,
    minimising: Math.min(MINIMISING.most, MINIMISING.share * seconds * 1000),
    isOver: () => performance.now() > end,
    async onFinding(finding, input, known) {
      const file = known ?? (keep ? await keepFinding(kind, input, finding) : 'not kept');
      console.log(`  ${finding.signature}\n    ${finding.detail}\n    ${file} (${input.bytes.length} bytes)`);
    },
    async onNovelty(input, result) {
      if (keep) await keepInput(KEPT, kind, input, result.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 40));
    },
  });
  const told = VERDICTS.map((verdict) => `${counts[verdict]} ${verdict}`).join(', ');
  console.log(`  ${inputs} inputs, ${starts} processes: ${told}; ${findings.length} faults`);
  return findings.length;
}

const options = parseFuzzOptions(process.argv.slice(2), Date.now());
if (options.help) console.log(HELP);
else {
  let found = 0;
  for (const kind of options.kinds)
    found += await fuzz(kind, options.seconds / options.kinds.length, options);
  console.log(found === 0 ? 'Nothing was found.' : `${found} faults were found.`);
  process.exitCode = found === 0 ? 0 : 1;
}
