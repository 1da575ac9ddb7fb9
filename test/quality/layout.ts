import { readFileSync } from 'node:fs';
import { isPill } from '../../src/ad/copy.ts';
import type { TextLayout } from '../../src/ad/layout.ts';
import type { HexColour } from '../../src/ad/scene.ts';
import { defined } from '../../src/collections/defined.ts';
import { textAdvice, textLayoutAnswer } from '../../src/engines/openai/text-layout-question.ts';
import { type MeasuredLayout, measureLayout } from '../../src/layout/measure/measure-layout.ts';
import { placeText } from '../../src/layout/place-text.ts';
import { repairTextLayout, type TextAdvice } from '../../src/layout/repair-text-layout.ts';
import { weighTextAdvice } from '../../src/layout/weigh-text-advice.ts';
import { faces } from '../faces.ts';
import { directPool } from '../workers/direct-pool.ts';
import { type AdvicePicture, advicePictures } from './advice-pictures.ts';
import { centredLayout, randomLayout } from './baselines.ts';

/** Random places are drawn so often a picture, since one draw may be lucky. */
const DRAWS = 5;

/** Ways of placing words, each with what it came to on every picture. */
type Results = Map<string, MeasuredLayout[]>;

/** Answers of a vision model to the advisor's question about these pictures, kept as they came. */
const { answers } = JSON.parse(
  readFileSync(new URL('../fixtures/layout/answers.json', import.meta.url), 'utf8'),
) as { readonly answers: Readonly<Record<string, unknown>> };

/** The advisors against what any rule should beat: random places, and the beginner's centred column. */
export async function layoutQuality(log: (line: string) => void): Promise<void> {
  const results: Results = new Map();
  let pictures = 0;
  for await (const picture of advicePictures(directPool)) {
    pictures++;
    for (const [way, layout] of waysFor(picture)) {
      const { image, product } = picture.request;
      const measured = measureLayout(image, layout, faces, product);
      results.set(way, [...(results.get(way) ?? []), measured]);
    }
  }
  reportWays(results, pictures, log);
}

function* waysFor({ name, request }: AdvicePicture): Generator<readonly [way: string, layout: TextLayout]> {
  const local = placeText(request, faces);
  const { ink } = request.palette;
  for (let draw = 0; draw < DRAWS; draw++) yield ['random places', randomLayout(local, ink, draw)];
  yield ['centred column', centredLayout(local, ink)];
  yield ['rules', local];
  const answer = answers[name];
  if (answer === undefined) return;
  const advice = textAdvice(textLayoutAnswer.parse(answer), local.size, 'model');
  yield ['model, as it is', unmended(local, advice, ink)];
  yield ['model, mended', repairTextLayout(request, advice, faces, local)];
  yield ['the better one', weighTextAdvice(request, advice, faces)];
}

/** What following a model blindly would come to: its places and colours, the words at the sizes of the rules. */
function unmended(local: TextLayout, { blocks }: TextAdvice, ink: HexColour): TextLayout {
  const bare = centredLayout(local, ink);
  return {
    ...bare,
    decidedBy: 'model',
    blocks: bare.blocks.map((block) => {
      const advised = blocks.find(({ slot }) => slot === block.slot);
      if (advised === undefined) return block;
      const { box, align = 'left', colour } = advised;
      const room = box.width - block.box.width;
      const x = align === 'left' ? box.x : align === 'right' ? box.x + room : box.x + room / 2;
      return {
        ...block,
        box: { ...block.box, x: Math.round(x), y: Math.round(box.y) },
        align,
        ...defined({ colour: colour === undefined || isPill(block.slot) ? undefined : colour }),
      };
    }),
  };
}

const COLUMNS: readonly (readonly [title: string, value: (measured: MeasuredLayout) => number])[] = [
  ['score', ({ total }) => total],
  ['broken rules', ({ broken }) => broken],
  ['on product px', ({ metrics }) => metrics.onProduct],
  ['overlap', ({ metrics }) => metrics.ove],
  ['alignment', ({ metrics }) => metrics.ali],
  ['occlusion', ({ metrics }) => metrics.occ],
  ['unreadability', ({ metrics }) => metrics.rea],
  ['free space used', ({ metrics }) => metrics.uti],
];

/** A table of what ways of placing words came to, and of the rules against each other way. */
export function reportWays(
  results: ReadonlyMap<string, readonly MeasuredLayout[]>,
  pictures: number,
  log: (line: string) => void,
): void {
  log(`${pictures} pictures; fewer is better in every column but "free space used"`);
  const wide = Math.max(...[...results.keys()].map((way) => way.length));
  log(`${''.padEnd(wide)}  ${COLUMNS.map(([title]) => title.padStart(15)).join('')}`);
  for (const [way, measured] of results) {
    const cells = COLUMNS.map(([, value]) => meanOf(measured.map(value)).toFixed(3).padStart(15));
    log(`${way.padEnd(wide)}  ${cells.join('')}`);
  }
  const rules = results.get('rules') ?? [];
  for (const [way, measured] of results) {
    if (way === 'rules') continue;
    const ratios = COLUMNS.map(([, value]) => {
      const own = meanOf(measured.map(value));
      return (own === 0 ? '-' : `${(meanOf(rules.map(value)) / own).toFixed(2)}×`).padStart(15);
    });
    log(`${`rules / ${way}`.padEnd(wide + 8).slice(0, wide + 8)}${ratios.join('').slice(6)}`);
  }
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
