import type { Brief } from '../../ad/brief.ts';
import type { Keywords } from '../../ad/keywords.ts';
import type { Locale, LocalizedText } from '../../ad/locale.ts';

/** A prompt and how it came to be, for people: what was read, each sentence with its part, and what found no room. */
export function promptText({ prompt, parts, style, industry }: Brief, locale: Locale): string {
  const say = (said: LocalizedText): string => said[locale];
  const lines = [
    say({ ko: `업종 ${industry} · 스타일 ${style}`, en: `Industry ${industry} · style ${style}` }),
  ];
  if (parts === undefined) lines.push(prompt.positive);
  else {
    const { tokens, budget, fragments, template, keywords } = parts;
    lines.push(
      say({ ko: `읽은 것: ${readWords(keywords)}`, en: `Understood: ${readWords(keywords)}` }),
      say({ ko: `틀: ${template}`, en: `Template: ${template}` }),
      say({ ko: `프롬프트 (${budget}토큰 중 ${tokens})`, en: `Prompt (${tokens} of ${budget} tokens)` }),
      ...fragments.map(({ part, text, kept }) =>
        kept
          ? `· ${part}: ${text}`
          : `× ${part}: ${text} ${say({ ko: '(자리가 없어 뺐어요)', en: '(left out, no room)' })}`,
      ),
    );
  }
  lines.push(say({ ko: `넣지 않을 것: ${prompt.negative}`, en: `Negative prompt: ${prompt.negative}` }));
  return lines.join('\n');
}

/** What was read, without what is empty. */
function readWords({ subject, ...rest }: Keywords): string {
  const named = subject === undefined ? [] : [`subject ${subject.text} (${subject.en})`];
  const others = Object.entries(rest).flatMap(
    ([name, value]: [string, string | readonly string[] | undefined]) => {
      const words = typeof value === 'string' ? value : value?.join(', ');
      return words ? [`${name} ${words}`] : [];
    },
  );
  return [...named, ...others].join(' · ');
}
