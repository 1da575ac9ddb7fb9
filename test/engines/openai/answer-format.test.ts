import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readAnswer, responseFormat } from '../../../src/engines/openai/answer-format.ts';
import { productLayoutAnswer } from '../../../src/engines/openai/product-layout-question.ts';
import { requestAnswer } from '../../../src/engines/openai/request-question.ts';
import { textLayoutAnswer } from '../../../src/engines/openai/text-layout-question.ts';
import { watchEventLoop } from '../../event-loop.ts';
import { presets } from '../offline/write.ts';

/** Keywords that structured outputs take; of the others some are refused. */
const KNOWN = ['$schema', 'additionalProperties', 'anyOf', 'enum', 'items', 'properties', 'required', 'type'];

function* objectsIn(schema: unknown): Generator<Record<string, unknown>> {
  if (typeof schema !== 'object' || schema === null) return;
  if (Array.isArray(schema)) {
    for (const part of schema) yield* objectsIn(part);
    return;
  }
  const whole = schema as Record<string, unknown>;
  yield whole;
  for (const [keyword, part] of Object.entries(whole)) {
    if (keyword === 'properties') for (const one of Object.values(part as object)) yield* objectsIn(one);
    else if (keyword !== 'enum' && keyword !== 'required') yield* objectsIn(part);
  }
}

describe('the schemas of our questions', () => {
  it.each<readonly [string, z.ZodType]>([
    ['request', requestAnswer(presets)],
    ['text layout', textLayoutAnswer],
    ['product layout', productLayoutAnswer],
  ])('hold to what structured outputs take: %s', (name, schema) => {
    const format = responseFormat('schema', name, schema);
    const whole = 'response_format' in format ? format.response_format : undefined;
    if (whole?.type !== 'json_schema') throw new Error('A schema was asked for');
    const all = [...objectsIn(whole.json_schema.schema)];
    expect(all.length).toBeGreaterThan(3);
    for (const part of all) {
      expect(Object.keys(part).filter((keyword) => !KNOWN.includes(keyword))).toEqual([]);
      if (part.type !== 'object') continue;
      expect(part.additionalProperties).toBe(false);
      expect(part.required).toEqual(Object.keys(part.properties as object));
    }
  });
});

describe('an answer', () => {
  const schema = z.strictObject({ headline: z.string() });

  it('is found between what a model says before and after it', () => {
    expect(readAnswer(`${'Let me think. '.repeat(2000)}\n{"headline": "봄",}\nDone.`, schema)).toEqual({
      headline: '봄',
    });
  });

  it('is looked at no longer than an answer takes', async () => {
    const parts = [
      '{',
      '[',
      '"',
      "'",
      '\u201c',
      '/*',
      '\\"',
      '{"a":',
      '{"a":"b" "',
      '{a:b ',
      '"x" "y" ',
      '`',
      '\n',
    ];
    const loop = watchEventLoop();
    for (const part of parts) {
      for (const length of [16_000, 120_000, 400_000]) {
        await setImmediate();
        readAnswer(`{${part.repeat(length / part.length)}}`, schema);
      }
    }
    const { longestWork } = loop.stop();
    if (!Number.isNaN(longestWork)) expect(longestWork).toBeLessThan(50);
  });
});
