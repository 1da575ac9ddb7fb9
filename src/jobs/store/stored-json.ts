import * as z from 'zod';
import { presentNames } from '../../ad/parse/present-names.ts';
import { parseJson } from '../../files/parse-json.ts';
import type { JobError } from '../job/job.ts';

/**
 * What lies in the columns of JSON was written there from our own types; a disk, another version or a hand may have
 * changed it since. Only so much of it is looked at as is needed for nothing to break on it: a job whose words are not
 * whole can still be listed, told and deleted.
 */

/** Longest JSON of one row in bytes: some fifty times a usual one. Longer ones are not even fetched. */
export const MAX_JSON = 4 * 2 ** 20;

const photo = z.looseObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });

const request = z.looseObject({
  text: z.string(),
  locale: z.enum(['ko', 'en']),
  photos: z.array(photo),
  copy: z.record(z.string(), z.string()),
  lettering: z.boolean(),
  format: z.string(),
  seed: z.number(),
});

const statements = z.array(z.looseObject({ ko: z.string(), en: z.string() }));

const brief = z.looseObject({
  industry: z.string(),
  style: z.string(),
  copy: z.record(z.string(), z.string()),
  prompt: z.looseObject({ positive: z.string() }),
});

export const storedVariants = z.array(z.looseObject({ request })).min(1).max(64);

const image = z.looseObject({ id: z.string(), path: z.string(), width: z.number(), height: z.number() });

/** Absent in results of before there was a choice. */
const choice = z.looseObject({
  photos: z.array(
    z.looseObject({ photo: z.int().min(0), titles: statements, picked: z.array(z.int().min(0)) }),
  ),
  strip: image,
});

export const storedResult = z.looseObject({
  image,
  layout: z.looseObject({}),
  choice: choice.exactOptional(),
  reasoning: statements,
  warnings: statements,
  recipe: z.looseObject({
    request,
    decided: z.looseObject({ brief }),
    engine: z.looseObject({ name: z.string(), model: z.string() }),
  }),
  report: z.looseObject({ total_time: z.number(), nodes: z.array(z.looseObject({ name: z.string() })) }),
});

export const storedVariation = z.looseObject({ kind: z.string() });

/** The sentences are stored under the name that they had at first. */
const storedError = z.looseObject({
  code: z.string(),
  said: z.looseObject({ ko: z.string(), en: z.string() }),
});

export const storedNodes = z.array(z.looseObject({ name: z.string(), milliseconds: z.number() }));

/** What stands in a column, or undefined where that is not what was written there. */
export function stored<T>(text: unknown, schema: z.ZodType): T | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const value = presentNames(parseJson(text));
    return schema.safeParse(value).success ? (value as T) : undefined;
  } catch {
    return undefined;
  }
}

export function errorToJson({ code, text }: JobError): string {
  return JSON.stringify({ code, said: text });
}

/** @returns DAMAGED where that is not what was written there */
export function errorFromJson(json: string): JobError {
  const error = stored<z.output<typeof storedError>>(json, storedError);
  return error === undefined ? DAMAGED : { code: error.code, text: error.said };
}

/** Told of a job whose row is damaged. */
export const DAMAGED: JobError = {
  code: 'job-damaged',
  text: {
    ko: '저장된 내용이 손상된 작업이에요. 같은 내용으로 다시 주문해 주세요.',
    en: 'The stored data of this job is damaged. Please order the ad again.',
  },
};
