import { describe, expect, it } from 'vitest';
import { parseRequest, type RequestInput } from '../../src/ad/parse/parse-request.ts';
import { UserError } from '../../src/errors/user-error.ts';
import { loadPresets } from '../../src/presets/load.ts';
import { catalogue } from '../../src/studio/catalogue.ts';

describe('a place that is set for all ads', () => {
  it('is where those go for which neither place nor shape is asked', async () => {
    const { requestRules } = await loadPresets('presets', catalogue, { defaultPlace: '카톡 메시지' });
    const goesTo = (input: Partial<RequestInput>) =>
      parseRequest({ text: '꽃집 오픈', ...input }, requestRules).place;
    expect(goesTo({})).toBe('kakao-message');
    expect(goesTo({ place: 'mms' })).toBe('mms');
    expect(goesTo({ format: '9:16' })).toBeUndefined();
    expect(goesTo({ text: '꽃집 오픈 9:16 세로' })).toBeUndefined();
  });

  it('is refused at the start where there is none of that name', async () => {
    await expect(loadPresets('presets', catalogue, { defaultPlace: '달나라' })).rejects.toThrow(UserError);
  });
});
