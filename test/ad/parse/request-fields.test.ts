import { expect, it } from 'vitest';
import { requestFields } from '../../../src/ad/parse/request-fields.ts';
import type { RequestRules } from '../../../src/ad/parse/request-rules.ts';
import { smallVocabulary } from '../../conversation/command/small-vocabulary.ts';

it('are compiled once for all shops, whatever their defaults, and anew where names are resolved otherwise', () => {
  const { requestRules: rules } = smallVocabulary;
  const fields = requestFields(rules);
  const ofShop: RequestRules = { ...rules, defaultFormat: '4:5' };
  expect(requestFields(ofShop)).toBe(fields);
  const others = { ...rules, format: () => '9:16' };
  expect(requestFields(others).parse({ text: '딸기라떼', format: '1:1' }).format).toBe('9:16');
  expect(requestFields(rules).parse({ text: '딸기라떼', format: '4:5' }).format).toBe('4:5');
});
