import OpenAI from 'openai';
import { boundedFetch } from '../../network/read-body.ts';

/** Where the models are. */
export interface ServerSettings {
  readonly apiKey: string;
  /** Of any server that speaks OpenAI's protocol; absent = OpenAI. */
  readonly baseUrl?: string;
}

/** No answer of ours takes a tenth of it, whatever a server adds to it. Bytes. */
const MAX_ANSWER = 2 ** 20;

/** The library's client. Retries are ours: they share one timeout, and a breaker. */
export function connect({ apiKey, baseUrl }: ServerSettings): OpenAI {
  return new OpenAI({
    apiKey,
    // Given, so that the library does not look into the environment by itself.
    baseURL: baseUrl ?? 'https://api.openai.com/v1',
    organization: null,
    project: null,
    maxRetries: 0,
    // The library's own log may quote requests.
    logLevel: 'off',
    fetch: boundedFetch(MAX_ANSWER),
  });
}
