import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseRequest } from '../../../src/ad/parse/parse-request.ts';
import { availableActions } from '../../../src/conversation/available-actions.ts';
import type { JobAccess } from '../../../src/conversation/command/job-access.ts';
import { workspaceSettings } from '../../../src/conversation/command/workspace-settings.ts';
import { createPromptWriter } from '../../../src/engines/offline/prompt-writer.ts';
import type { PictureRequest } from '../../../src/engines/ports.ts';
import { createStudioEngine } from '../../../src/engines/studio/studio-engine.ts';
import { createPlane, createRaster, type Plane } from '../../../src/imaging/raster.ts';
import { loadPresets } from '../../../src/presets/load.ts';
import { renderScene } from '../../../src/studio/render-scene.ts';
import { restyle } from '../../../src/studio/restyle/restyle.ts';
import { builtIn } from '../../../src/studio/studio.ts';
import { defineStyle } from '../../../src/studio/styles/define-style.ts';
import { tasks } from '../../../src/workers/tasks.ts';
import { requestOf } from '../../engines/offline/write.ts';
import { madeJob } from '../../jobs/job-of.ts';
import { directPoolOf } from '../../workers/direct-pool.ts';

const PRESETS = join(import.meta.dirname, '../../../presets');
const signal = new AbortController().signal;

/** A style that is defined here alone: what it draws is all of one lightness. */
const woodcut = defineStyle({
  name: 'woodcut',
  order: 90,
  title: { ko: '목판', en: 'Woodcut' },
  names: { ko: '목판화', en: 'woodcut' },
  aliases: { ko: ['판화풍'], en: ['block print'] },
  prompt: {
    medium: 'woodcut print',
    light: 'Carved by {light} in black and white',
    backdrop: 'bare printed paper',
    subject: 'one bold carved shape',
    words: ['visible grain of the block'],
    negative: ['photograph'],
  },
  finish: { ko: '먹으로 찍은 판화', en: 'a print in black ink' },
  drawing: {
    draw(_, { width, height }) {
      const even = (value: number): Plane => {
        const plane = createPlane(width, height);
        plane.data.fill(value);
        return plane;
      };
      return { l: even(0.3), a: even(0), b: even(0) };
    },
    amount: 1,
  },
});

describe('a style that is defined elsewhere', async () => {
  const more = builtIn.with({ styles: [woodcut] });
  const known = await loadPresets(PRESETS, more);
  const write = createPromptWriter({ presets: known, now: () => new Date('2026-04-10T03:00:00Z') });
  const pool = directPoolOf({
    ...tasks,
    backdrop: async (request) => renderScene(request, more),
    restyle: async (options) => restyle(options, more.styles),
  });
  const drawing = createStudioEngine(pool, more);
  const size = { width: 64, height: 64 };
  const lightness = ({ data }: { readonly data: Uint8ClampedArray }): number =>
    Math.max(...data.filter((_, i) => i % 4 < 3));

  it.each(['카페 딸기라떼, 목판화 느낌', 'cafe strawberry latte, block print'])(
    'is picked by “%s” and drawn, in its own words',
    async (text) => {
      const { scene, prompt, style } = await write.write(requestOf(text), { signal });
      expect(style).toBe('woodcut');
      expect(prompt.positive).toMatch(/woodcut print.*Carved by .* in black and white.*visible grain/i);
      const request: PictureRequest = {
        scene,
        prompt,
        style,
        size,
        seed: 3,
        room: { product: true, words: true },
      };
      const made = await drawing.textToImage(request, { signal });
      expect(lightness(made.image)).toBeLessThan(90);
      expect(made.why.map((why) => why.ko).join(' ')).toContain('먹으로 찍은 판화');
      const photo = createRaster(64, 64);
      photo.data.fill(255);
      const restyled = await drawing.imageToImage(
        { ...request, reference: photo, strength: 0.9 },
        { signal },
      );
      expect(lightness(restyled.image)).toBeLessThan(90);
    },
  );

  it('can be ordered by its name, offered as a button, and kept in recipes and settings', async () => {
    const asked = requestOf('딸기라떼');
    expect(parseRequest({ ...asked, style: '판화풍' }, known.requestRules).style).toBe('woodcut');
    const names = availableActions(madeJob(), 'done', known).flatMap(({ id, label }) =>
      id.includes('/style/') ? [label] : [],
    );
    expect(names.at(-1)).toBe('목판');
    const settings = workspaceSettings(
      { settings: async () => ({ style: 'woodcut' }) } as unknown as JobAccess,
      known,
    );
    expect(await settings.get()).toEqual({ style: 'woodcut' });
  });

  it('is refused where its words are those of another, or not as an image model reads them', async () => {
    const same = builtIn.with({ styles: [{ ...woodcut, aliases: { ko: ['만화'], en: [] } }] });
    await expect(loadPresets(PRESETS, same)).rejects.toMatchObject({ code: 'bad-preset' });
    const korean = builtIn.with({ styles: [{ ...woodcut, prompt: { ...woodcut.prompt, medium: '판화' } }] });
    await expect(loadPresets(PRESETS, korean)).rejects.toMatchObject({
      code: 'bad-preset',
      params: { place: 'woodcut, prompt.medium' },
    });
  });
});
