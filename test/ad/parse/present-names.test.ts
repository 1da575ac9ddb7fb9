import { expect, it } from 'vitest';
import { presentNames } from '../../../src/ad/parse/present-names.ts';

it('calls the small print of earlier versions details, wherever a copy or a layout lies', () => {
  const stored = {
    request: { copy: { headline: '가', footer: '나' } },
    decided: { textLayout: { blocks: [{ slot: 'headline' }, { slot: 'footer', lines: ['나'] }] } },
    list: [{ kind: 'words', copy: { footer: '다' } }],
  };
  expect(presentNames(stored)).toEqual({
    request: { copy: { headline: '가', details: '나' } },
    decided: { textLayout: { blocks: [{ slot: 'headline' }, { slot: 'details', lines: ['나'] }] } },
    list: [{ kind: 'words', copy: { details: '다' } }],
  });
  expect(stored.request.copy).toHaveProperty('footer');
});

it('gives back what holds no earlier name as it is', () => {
  const stored = {
    request: { text: 'footer', copy: { details: '나' } },
    footer: 1,
    blocks: [{ slot: 'cta' }],
  };
  expect(presentNames(stored)).toBe(stored);
  for (const value of [null, undefined, 1, 'footer', []]) expect(presentNames(value)).toBe(value);
});

it('leaves a copy with both names for the schemas to refuse', () => {
  const both = { copy: { footer: '가', details: '나' } };
  expect(presentNames(both)).toBe(both);
});
