import { describe, expect, it } from 'vitest';
import { promptText } from '../../../src/conversation/command/prompt-text.ts';
import { write } from '../../engines/offline/write.ts';

describe('promptText', () => {
  it('shows what was read, every sentence with its part, and the tokens', async () => {
    const brief = await write('카페 신메뉴 딸기라떼, 따뜻하고 아늑한 분위기');
    const text = promptText(brief, 'ko');
    expect(text).toContain('업종 cafe · 스타일 realistic');
    expect(text).toContain('subject 딸기라떼 (strawberry latte) · purpose new · mood warm, cosy');
    for (const { part, text: sentence } of brief.parts?.fragments ?? []) {
      expect(text).toContain(`· ${part}: ${sentence}`);
    }
    expect(text).toContain(`${brief.parts?.budget}토큰 중 ${brief.parts?.tokens}`);
    expect(text).toContain(`넣지 않을 것: ${brief.prompt.negative}`);
  });

  it('names the sentences that found no room', async () => {
    const brief = await write('카페 신메뉴 딸기라떼');
    const [first, ...rest] = brief.parts?.fragments ?? [];
    if (brief.parts === undefined || first === undefined) throw new Error('The writer tells the parts');
    const cut = { ...brief, parts: { ...brief.parts, fragments: [{ ...first, kept: false }, ...rest] } };
    expect(promptText(cut, 'en')).toContain(`× ${first.part}: ${first.text} (left out, no room)`);
  });

  it('shows the prompt alone where nobody tells its parts', async () => {
    const { parts: _parts, ...brief } = await write('카페 신메뉴 딸기라떼');
    expect(promptText(brief, 'en')).toContain(brief.prompt.positive);
  });
});
