import { describe, expect, it } from 'vitest';
import { parseRequest } from '../../../src/ad/parse/parse-request.ts';
import { presets, write } from '../../engines/offline/write.ts';

async function answersTo(text: string, place?: string): Promise<string> {
  const request = parseRequest({ text, ...(place === undefined ? {} : { place }) }, presets.requestRules);
  const { why } = await write(text, request);
  return why.map((sentence) => sentence[request.locale]).join('\n');
}

describe('what is answered to whoever asks for an ad that moves', () => {
  it.each([
    ['꽃집 부케 3만원, 움직이는 광고로', '글에 ‘움직이는 광고로’라고 하셔서 움직이는 파일도'],
    ['Bagels $2, as an animated gif', 'because the text says “as an animated gif”'],
  ])('of “%s” says “%s”, and letters none of it', async (text, said) => {
    const request = parseRequest({ text }, presets.requestRules);
    expect(request.motion).toBe('auto');
    expect(await answersTo(text)).toContain(said);
    const { copy, warnings } = await write(text, request);
    expect(Object.values(copy).join('\n')).not.toMatch(/움직|gif/i);
    expect(warnings).toEqual([]);
  });

  it('says nothing of it for a sheet for a press, which stands still', async () => {
    expect(await answersTo('꽃집 부케 3만원, 움직이는 광고로', 'a4-print')).not.toContain('움직이는 파일');
  });
});

describe('what is answered about the place that a request names', () => {
  it.each([
    [
      '인스타 스토리용으로 꽃집 부케 3만원',
      '글에 ‘인스타 스토리용으로’라고 하셔서 인스타그램 스토리(1080×1920)',
    ],
    ['Bagels $2 for a YouTube thumbnail', 'because the text says “for a YouTube thumbnail”'],
    ['스마트스토어 대표이미지로 머그컵 12,000원', '글자는 빼고 그림만'],
    ['카톡 메시지용, 당근용 네일샵 20% 할인', '글에 적힌 다른 곳(karrot)'],
  ])('of “%s” says “%s”', async (text, said) => {
    expect(await answersTo(text)).toContain(said);
  });

  it('says so where another place was chosen', async () => {
    expect(await answersTo('인스타 스토리용으로 꽃집 부케 3만원', 'mms')).toContain('대신 따로 고르신');
  });
});
