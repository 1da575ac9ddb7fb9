import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Keywords } from '../../../src/ad/keywords.ts';
import { PROMPT_PARTS } from '../../../src/ad/prompt.ts';
import { loadPresets } from '../../../src/presets/load.ts';
import { catalogue } from '../../../src/studio/catalogue.ts';
import { colourName } from '../../../src/writing/prompt/colour-name.ts';
import { estimateTokens } from '../../../src/writing/prompt/estimate-tokens.ts';
import { PromptAssembler } from '../../../src/writing/prompt/prompt-assembler.ts';
import type { PromptRequest } from '../../../src/writing/prompt/prompt-request.ts';
import { StyleRouter } from '../../../src/writing/prompt/style-router.ts';

const presets = await loadPresets(fileURLToPath(new URL('../../../presets', import.meta.url)), catalogue);
const router = new StyleRouter(presets.styles);
const trade = presets.industries.named('cafe');

const KEYWORDS: Keywords = {
  subject: { text: '딸기라떼', en: 'strawberry latte', served: 'in a tall clear glass', service: false },
  purpose: 'new',
  mood: ['warm', 'cosy'],
  setting: [],
  materials: [],
  surfaces: [],
  colours: [],
  props: [],
  avoid: ['people'],
  unknown: [],
};

function request(more: Partial<PromptRequest> = {}): PromptRequest {
  return {
    keywords: KEYWORDS,
    scene: {
      backdrops: trade.backdrops,
      materials: trade.materials,
      lighting: trade.lighting,
      palette: trade.palette,
      darkness: trade.darkness,
      props: trade.props,
    },
    studio: presets.studio,
    trade,
    format: presets.formats.named('1:1'),
    picture: 'product',
    lettering: true,
    ...more,
  };
}

describe('an assembled prompt', () => {
  it('begins with the subject and says early that there is no text', () => {
    const { prompt, fragments } = new PromptAssembler(router).assemble('realistic', request());
    expect(prompt.positive).toMatch(
      /^Commercial product photograph of strawberry latte, in a tall clear glass/,
    );
    expect(prompt.positive).toContain('no text');
    expect(prompt.negative).toMatch(/^text, letters/);
    expect(prompt.negative).toContain('people');
    const order = fragments.map(({ part }) => PROMPT_PARTS.indexOf(part));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('speaks the language of each style', () => {
    const assembler = new PromptAssembler(router);
    const prompts = catalogue.styles.names.map((style) => assembler.assemble(style, request()).prompt);
    expect(new Set(prompts.map(({ positive }) => positive)).size).toBe(prompts.length);
    expect(new Set(prompts.map(({ negative }) => negative)).size).toBe(prompts.length);
    const realistic = assembler.assemble('realistic', request()).prompt.positive;
    expect(realistic).toMatch(/Lit by soft daylight .*lens/);
    const anime = assembler.assemble('anime', request()).prompt.positive;
    expect(anime).toMatch(/Drawn with soft daylight .* as clear shapes .*cel shading/);
  });

  it.each(catalogue.styles.names)('keeps the product out of a %s backdrop', (style) => {
    const { prompt } = new PromptAssembler(router).assemble(style, request({ picture: 'backdrop' }));
    expect(prompt.positive).not.toMatch(/strawberry|latte|glass/);
    expect(prompt.positive).toMatch(/empty/i);
    expect(prompt.negative).toContain('strawberry latte');
  });

  it('drops the least important sentences when the tokens run out, and never the subject', () => {
    const dear = new PromptAssembler(router, (text) => estimateTokens(text) * 3);
    const { fragments, tokens, budget, prompt } = dear.assemble('realistic', request());
    expect(tokens).toBeLessThanOrEqual(budget);
    expect(fragments.find(({ part }) => part === 'subject')?.kept).toBe(true);
    const dropped = fragments.filter(({ kept }) => !kept);
    expect(dropped.length).toBeGreaterThan(0);
    for (const { text } of dropped) expect(prompt.positive).not.toContain(text);
  });

  it('tells the shape of the picture and the room for words', () => {
    const assembler = new PromptAssembler(router);
    const tall = assembler.assemble('realistic', request({ format: presets.formats.named('9:16') })).prompt
      .positive;
    expect(tall).toContain('Tall vertical composition');
    expect(tall).toContain('upper third');
    const wide = assembler.assemble('realistic', request({ format: presets.formats.named('16:9') })).prompt
      .positive;
    expect(wide).toContain('on one side');
    const bare = assembler.assemble('realistic', request({ lettering: false })).prompt.positive;
    expect(bare).not.toContain('empty space');
  });

  it('hints at a service rather than showing it', () => {
    const keywords = { ...KEYWORDS, subject: { text: '커트', en: 'haircut', service: true } };
    const { prompt, template } = new PromptAssembler(router).assemble('realistic', request({ keywords }));
    expect(prompt.positive).toContain('speaks of haircut');
    expect(template).toBe(trade.hint);
  });
});

describe('the style router', () => {
  it('prefers the person’s choice to their words, and their words to the trade', () => {
    expect(router.choose('anime', 'illustration', 'realistic')).toBe('anime');
    expect(router.choose(undefined, 'illustration', 'realistic')).toBe('illustration');
    expect(router.choose(undefined, undefined, 'realistic')).toBe('realistic');
  });
});

describe('the token estimate', () => {
  it('counts single digits, two for a syllable of Hangul, and long words in parts', () => {
    expect(estimateTokens('')).toBe(0);
    expect(estimateTokens('2026')).toBe(4);
    expect(estimateTokens('딸기')).toBe(4);
    expect(estimateTokens('a cafe')).toBe(2);
    expect(estimateTokens('tteokbokki')).toBe(3);
  });
});

describe('the name of a colour', () => {
  it.each([
    ['#fbfbfb', 'white'],
    ['#101010', 'black'],
    ['#efe0cd', 'cream'],
    ['#c9a24b', 'gold'],
    ['#0f766e', 'teal'],
  ] as const)('%s is %s', (hex, name) => {
    expect(colourName(hex)).toBe(name);
  });
});
