import { jsonrepair } from 'jsonrepair';
import * as z from 'zod';

/**
 * How a server is asked for JSON, strictest first. Not every server that speaks the protocol knows them all; what
 * one does not know it refuses with status 400.
 */
export const ANSWER_FORMATS = ['schema', 'json', 'text'] as const;

export type AnswerFormat = (typeof ANSWER_FORMATS)[number];

/** In the draft that servers know. Structured outputs want every property required, and no other allowed. */
const jsonSchemaOf = (schema: z.ZodType): Record<string, unknown> =>
  z.toJSONSchema(schema, { target: 'draft-7' });

/** The request's `response_format` for a way of asking; none for plain text. */
export function responseFormat(format: AnswerFormat, name: string, schema: z.ZodType) {
  switch (format) {
    case 'schema':
      return {
        response_format: {
          type: 'json_schema' as const,
          json_schema: { name, strict: true, schema: jsonSchemaOf(schema) },
        },
      };
    case 'json':
      return { response_format: { type: 'json_object' as const } };
    case 'text':
      return {};
  }
}

/** What the instructions add where the server does not hold the model to a schema. */
export function schemaInWords(format: AnswerFormat, schema: z.ZodType): string {
  if (format === 'schema') return '';
  return `\n\nAnswer with one JSON object and nothing else. It follows this JSON Schema:\n${JSON.stringify(jsonSchemaOf(schema))}`;
}

/**
 * Longest answer, with what a model says before and after the object, and longest object, in code units: three times
 * the longest that is asked for. To mend what is no JSON takes longer the more often it breaks off.
 */
const MAX_TEXT = 2 ** 17;
const MAX_OBJECT = 2 ** 14;

/**
 * Reads an answer: fences and prose around the object are dropped, broken JSON is mended, and what does not follow
 * the schema is refused.
 *
 * @returns the value, or undefined for an answer that cannot be used
 */
export function readAnswer<T>(text: string, schema: z.ZodType<T>): T | undefined {
  if (text.length > MAX_TEXT) return undefined;
  const start = text.indexOf('{');
  if (start < 0) return undefined;
  const end = text.lastIndexOf('}');
  const body = end > start ? text.slice(start, end + 1) : text.slice(start);
  if (body.length > MAX_OBJECT) return undefined;
  for (const read of [JSON.parse, (json: string) => JSON.parse(jsonrepair(json))]) {
    try {
      const parsed = schema.safeParse(read(body));
      if (parsed.success) return parsed.data;
    } catch {
      // Not JSON yet: the next reader mends more.
    }
  }
  return undefined;
}
