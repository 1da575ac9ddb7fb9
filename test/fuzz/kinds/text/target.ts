import { commands } from '../../../../commands/index.ts';
import type { Brief } from '../../../../src/ad/brief.ts';
import { COPY_SLOTS } from '../../../../src/ad/copy.ts';
import { parseRequest, type RequestInput } from '../../../../src/ad/parse/parse-request.ts';
import type { AdRequest } from '../../../../src/ad/request.ts';
import { parseAdOptions } from '../../../../src/cli/ad-options.ts';
import { defined } from '../../../../src/collections/defined.ts';
import { parseMessage } from '../../../../src/conversation/command/parse-message.ts';
import { findDesign } from '../../../../src/design/compose-design.ts';
import { createPromptWriter } from '../../../../src/engines/offline/prompt-writer.ts';
import { placeText } from '../../../../src/layout/place-text.ts';
import { presets } from '../../../engines/offline/write.ts';
import { faces } from '../../../faces.ts';
import { FORMATS, groundOf, PALETTES } from '../../../layout/grounds.ts';
import { jsonOf, type Outcome, type Target, type Told, textOf } from '../../input.ts';

const DESIGNED = FORMATS['1:1'] ?? { width: 540, height: 540 };

/** An ordinary request, of which one part is hostile. */
const ORDINARY: RequestInput = { text: '카페 신메뉴 딸기라떼 5,500원', seed: 1, locale: 'ko' };

/**
 * Words on their whole way: checked, screened, read, written and, as the render pool does it, set into a design and laid
 * out on a picture; nothing is drawn.
 */
export async function openTextTarget(): Promise<Target> {
  const now = (): Date => new Date('2026-04-10T03:00:00Z');
  const writer = createPromptWriter({ presets, now });
  const ground = groundOf('wall', DESIGNED, 1);
  const palette = PALETTES[0] ?? { background: '#ffffff', ink: '#000000', accent: '#ff0000' };

  async function write(draft: RequestInput, at: (stage: string) => void): Promise<Outcome> {
    at('compose');
    const request: AdRequest = parseRequest(draft, presets.requestRules);
    await turn();
    at('write');
    const brief = await writer.write(request, { signal: new AbortController().signal });
    const said = [...brief.why, ...brief.warnings].flatMap(told);
    const slots = COPY_SLOTS.filter((slot) => brief.copy[slot] !== undefined);
    const words = slots.map((slot) => ({ text: brief.copy[slot] ?? '', error: false }));
    return {
      result: `${brief.industry} ${slots.join('+')}`,
      said: [...said, ...words],
      faults: [],
      async later() {
        at('design');
        const family = await designed(request, brief);
        at('place');
        const layout = placeText(
          { image: ground, copy: brief.copy, palette, face: brief.face, seed: request.seed },
          faces,
        );
        const reasons = [...layout.why, ...layout.warnings].flatMap(told);
        return {
          result: `${slots.join('+')} on ${layout.blocks.length}, ${family.result}`,
          said: [...said, ...words, ...reasons, ...family.said],
          faults: [],
        };
      },
    };
  }

  return {
    async take(input, at) {
      switch (input.way) {
        case 'arguments': {
          at('arguments');
          const options = parseAdOptions(jsonOf(input) as readonly string[], 'ko');
          if (options.help) return { result: 'help', said: [], faults: [] };
          const photos = options.photos.slice(0, 4).map(() => ({ sha256: 'a'.repeat(64) }));
          return write({ ...options.input, photos, locale: options.locale }, at);
        }
        case 'line': {
          at('line');
          const [first] = commands;
          if (first === undefined) throw new RangeError('There are no commands');
          const { command, values } = parseMessage(textOf(input), commands, first);
          await turn();
          const { text } = values;
          if (typeof text !== 'string') return { result: command.name, said: [], faults: [] };
          return write({ ...ORDINARY, text }, at);
        }
        case 'screen': {
          at('screen');
          presets.requestRules.checkContent(textOf(input));
          return { result: 'passed', said: [], faults: [] };
        }
        case 'ask':
          return write({ text: textOf(input), seed: 1 }, at);
        case 'industry':
        case 'style':
        case 'format':
          return write({ ...ORDINARY, [input.way]: textOf(input) }, at);
        case 'brand':
          return write({ ...ORDINARY, brand: { shopName: textOf(input) } }, at);
        default:
          return write({ ...ORDINARY, copy: { [input.way]: textOf(input) } }, at);
      }
    },
    close: async () => {},
  };
}

/** What the words become as a designed sheet, which is what most ads are. */
async function designed(
  request: AdRequest,
  { copy, statements, face, occasion, industry, scene }: Brief,
): Promise<Pick<Outcome, 'result' | 'said'>> {
  const found = await findDesign({
    size: DESIGNED,
    copy,
    statements,
    ...defined({ shopName: request.brand?.shopName, qr: request.parts?.qr }),
    face,
    brandFace: false,
    colours: { palette: scene.palette, brand: [], seed: request.seed },
    heroes: [],
    pictures: [],
    occasion: occasion ?? 'everyday',
    trades: [industry],
    families: presets.designs.rows,
    faces,
  });
  if (!('design' in found)) return { result: 'no family', said: found.warnings.flatMap(told) };
  const { family, why, warnings } = found.design;
  return { result: family, said: [...why, ...warnings].flatMap(told) };
}

/** A turn of the event loop, as there is between the parts of a request's way in the product. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function told({ ko, en }: { readonly ko: string; readonly en: string }): readonly Told[] {
  return [ko, en].map((text) => ({ text, error: false }));
}
