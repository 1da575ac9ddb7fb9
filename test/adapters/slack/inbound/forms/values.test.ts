import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../../../commands/index.ts';
import { commandForm } from '../../../../../src/adapters/slack/inbound/forms/command-form.ts';
import { filledValues, formState } from '../../../../../src/adapters/slack/inbound/forms/values.ts';
import { filledCopy, wordsForm } from '../../../../../src/adapters/slack/inbound/forms/words-form.ts';
import { PROJECT_ROOT } from '../../../../../src/app/config/project-root.ts';
import { suggest } from '../../../../../src/conversation/command/suggest.ts';
import { loadPresets } from '../../../../../src/presets/load.ts';
import { catalogue } from '../../../../../src/studio/catalogue.ts';
import { faces } from '../../../../faces.ts';
import { wrongView } from '../../fake/block-rules.ts';

const vocabulary = {
  ...(await loadPresets(join(PROJECT_ROOT, 'presets'), catalogue)),
  faces: faces.map(({ name }) => name),
};

const EVERYTHING = { channel: 'C0SHOP', thread: '1790000000.000001', job: '7k3f9q' };

describe.each(['ko', 'en'] as const)('forms in %s', (locale) => {
  it.each(commands.map((command) => [command.name, command] as const))(
    '%s keeps within what Slack takes, with the real presets',
    (_name, command) => {
      const view = commandForm(command, {
        locale,
        metadata: JSON.stringify(EVERYTHING),
        given: { text: '가'.repeat(5000) },
        suggest: (name) => {
          const option = command.options[name];
          return option?.kind === 'name' ? suggest(option, vocabulary, '', locale, 100) : [];
        },
      });
      if (view.blocks.length > 0) expect(wrongView({ ...view })).toEqual([]);
    },
  );

  it('the words of a picture come back as they were, and those that were taken away do not', () => {
    const copy = { headline: '딸기라떼\n오늘만', price: '5,500원' };
    const view = wordsForm(copy, locale, JSON.stringify(EVERYTHING));
    expect(wrongView({ ...view })).toEqual([]);
    const values = { headline: copy.headline, price: null, sub: '  ' };
    const state = Object.fromEntries(
      Object.entries(values).map(([slot, value]) => [slot, { value: { value } }]),
    );
    expect(filledCopy(formState.parse({ values: state }))).toEqual({ headline: copy.headline });
  });
});

describe('what was filled in', () => {
  it('becomes values of every kind; empty fields are not given', () => {
    const [make] = commands;
    const field = (value: object) => ({ value });
    const state = formState.parse({
      values: {
        text: field({ value: ' 딸기라떼 ' }),
        headline: field({ value: null }),
        lettering: field({ selected_option: { value: 'no' } }),
        variants: field({ value: '3' }),
        industry: field({ selected_option: { value: 'cafe' } }),
        use: field({ selected_option: null }),
        photo: field({ files: [{ id: 'F1', name: 'a.jpg' }] }),
        unheard: field({ value: 'of' }),
      },
    });
    expect(filledValues(state, make!.options)).toEqual({
      values: { text: '딸기라떼', lettering: false, variants: 3, industry: 'cafe' },
      files: [{ id: 'F1', name: 'a.jpg' }],
    });
  });
});
