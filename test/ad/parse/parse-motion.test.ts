import { describe, expect, it } from 'vitest';
import { parseMotion } from '../../../src/ad/parse/parse-motion.ts';
import { parseRequest } from '../../../src/ad/parse/parse-request.ts';
import { loadPresets } from '../../../src/presets/load.ts';
import { catalogue } from '../../../src/studio/catalogue.ts';

describe('how an ad is to move', () => {
  it.each([
    ['auto', 'auto', undefined],
    ['알아서', 'auto', undefined],
    ['GIF', 'auto', ['gif']],
    ['잔잔하게', '잔잔하게', undefined],
    ['경쾌하게, 움짤', '경쾌하게', ['gif']],
    ['lively,mp4,webp', 'lively', ['webp', 'mp4']],
    ['constructor', 'constructor', undefined],
  ])('“%s” is a motion and its files', (written, motion, files) => {
    expect(parseMotion(written)).toEqual({ motion, ...(files === undefined ? {} : { motionFiles: files }) });
  });

  it('is not at all, whatever the request itself asks for, where somebody says none', async () => {
    const { requestRules } = await loadPresets('presets', catalogue);
    const asked = (written?: string) =>
      parseRequest({ text: '딸기라떼, 움직이는 GIF로', ...parseMotion(written) }, requestRules);
    expect(asked()).toMatchObject({ motion: 'auto', motionFiles: ['gif'] });
    expect(asked('경쾌한')).toMatchObject({ motion: 'lively' });
    expect(asked('없음')).not.toHaveProperty('motion');
    expect(asked('none')).not.toHaveProperty('motionFiles');
  });
});
