import { describe, expectTypeOf, it } from 'vitest';
import type { PhotoRef } from '../../../src/ad/request.ts';
import { defineCommand } from '../../../src/conversation/command/define-command.ts';
import type { OptionKind } from '../../../src/conversation/command/option.ts';
import { textReply } from '../../../src/conversation/command/text-reply.ts';

const said = { ko: '', en: '' };

describe('defineCommand', () => {
  it('gives run the types of its options', () => {
    defineCommand({
      name: 'try',
      order: 1,
      ko: '시험',
      description: said,
      audience: 'everyone',
      options: {
        text: { kind: 'text', ko: '글', description: said, max: 9, required: true },
        use: {
          kind: 'choice',
          ko: '쓰임',
          description: said,
          choices: [
            { value: 'composite', title: said },
            { value: 'restyle', title: said },
          ],
        },
        photo: { kind: 'photos', ko: '사진', description: said, max: 4 },
      },
      async run(values) {
        expectTypeOf(values.text).toEqualTypeOf<string>();
        expectTypeOf(values.use).toEqualTypeOf<'composite' | 'restyle' | undefined>();
        expectTypeOf(values.photo).toEqualTypeOf<readonly PhotoRef[] | undefined>();
        // @ts-expect-error there is no such option
        values.other;
        return { kind: 'reply', reply: textReply('ko', '') };
      },
    });
  });

  it('takes no kind that is not in the set', () => {
    defineCommand({
      name: 'try',
      order: 1,
      ko: '시험',
      description: said,
      audience: 'everyone',
      // @ts-expect-error adapters would not know what to do with it
      options: { when: { kind: 'date', ko: '언제', description: said } },
      run: async () => ({ kind: 'none' }),
    });
  });

  it('makes a mapping that forgets a kind not compile', () => {
    // @ts-expect-error 'job' is missing
    const mapping: { readonly [kind in OptionKind]: number } = {
      text: 1,
      choice: 2,
      name: 3,
      flag: 4,
      number: 5,
      photos: 6,
    };
    expectTypeOf(mapping).not.toBeAny();
  });
});
