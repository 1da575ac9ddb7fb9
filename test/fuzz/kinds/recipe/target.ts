import { copyFile, cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../../../src/app/config/project-root.ts';
import { readRecipe } from '../../../../src/cli/read-recipe.ts';
import { createPromptWriter } from '../../../../src/engines/offline/prompt-writer.ts';
import { NO_LIMITS } from '../../../../src/jobs/job/limits.ts';
import { openDatabase } from '../../../../src/jobs/store/sqlite/open-database.ts';
import { loadPresets } from '../../../../src/presets/load.ts';
import { catalogue } from '../../../../src/studio/catalogue.ts';
import {
  type ConversationDesk,
  inboundEvent,
  openConversation,
} from '../../../conversation/open-conversation.ts';
import { requestOf } from '../../../engines/offline/write.ts';
import { newJob, place } from '../../../jobs/orders.ts';
import { type Input, jsonOf, type Outcome, type Target } from '../../input.ts';
import { isObject } from '../../mutate/json.ts';
import { openSmallStudio } from '../../small-studio.ts';
import { outcomeOf } from '../photo/target.ts';
import { recipePhoto } from './samples.ts';

/** Data that was written down, read again: what a recipe that passes asks for is made. */
export async function openRecipeTarget(): Promise<Target> {
  const studio = await openSmallStudio();
  await recipePhoto(studio);
  await studio.maker.make(requestOf('카페 신메뉴 딸기라떼'));
  const folder = await mkdtemp(join(tmpdir(), 'fuzz-recipe-'));
  const presets = join(folder, 'presets');
  await cp(join(PROJECT_ROOT, 'presets'), presets, { recursive: true });
  const talk = await openConversation();

  async function takeRecipe({ bytes }: Input, at: (stage: string) => void): Promise<Outcome> {
    at('read');
    const file = join(folder, 'recipe');
    await writeFile(file, bytes);
    const recipe = await readRecipe(file, catalogue);
    const taken: Outcome = { result: 'taken', said: [], faults: [] };
    return {
      ...taken,
      async later() {
        at('make');
        return outcomeOf(await studio.maker.make(recipe.request, { decided: recipe.decided }), 'made');
      },
    };
  }

  return {
    take(input, at) {
      if (input.way === 'settings') return takeSettings(input, at, talk);
      if (input.way === 'row') return takeRow(input, at, talk);
      if (input.way.startsWith('preset/')) return takePresets(input, at, presets);
      return takeRecipe(input, at);
    },
    close: () => studio.close(),
  };
}

/** What matches of the presets' patterns is tried on: it makes those that backtrack do so. */
const PROBE = `카페 신메뉴 ${'a'.repeat(40)}! ${'가'.repeat(40)}, 최고`;

async function takePresets(
  { way, bytes }: Input,
  at: (stage: string) => void,
  folder: string,
): Promise<Outcome> {
  const file = way.replace('preset/', '');
  await writeFile(join(folder, file), bytes);
  at('load');
  // The others are as they were, for this input and for the next.
  const restored = (): Promise<void> => copyFile(join(PROJECT_ROOT, 'presets', file), join(folder, file));
  const presets = await loadPresets(folder, catalogue).finally(restored);
  at('screen');
  presets.requestRules.checkContent(PROBE);
  at('write');
  const writer = createPromptWriter({ presets, now: () => new Date('2026-04-10T03:00:00Z') });
  await writer.write(requestOf(PROBE), { signal: new AbortController().signal });
  return { result: 'loaded', said: [], faults: [] };
}

/** Settings as they lie in the database; then somebody asks for them, and orders by them. */
async function takeSettings(
  input: Input,
  at: (stage: string) => void,
  { jobs, conversation }: ConversationDesk,
): Promise<Outcome> {
  at('settings');
  let value: unknown;
  try {
    value = jsonOf(input);
  } catch {
    return { result: 'not stored', said: [], faults: [] };
  }
  await jobs.lookup.setSettings(place, Object(value), []);
  at('brand');
  const answer = await conversation.runCommand('brand', {}, inboundEvent());
  const wrong = answer.kind === 'reply' ? answer.wrong : undefined;
  return {
    result: `${answer.kind === 'reply' ? answer.reply.facts.length : 0} settings ${wrong ?? ''}`,
    said: answer.kind === 'reply' ? [{ text: answer.reply.title, error: false }] : [],
    faults: wrong === 'bug' ? ['brand ends as a bug'] : [],
  };
}

/** A job's row as another hand wrote it; then everything that reads rows does. */
async function takeRow(
  input: Input,
  at: (stage: string) => void,
  { folder, store, conversation }: ConversationDesk,
): Promise<Outcome> {
  at('row');
  const row = jsonOf(input);
  const submitted = await store.submit(newJob(), NO_LIMITS, Date.now());
  if (submitted.kind !== 'created' || !isObject(row)) return { result: 'no row', said: [], faults: [] };
  const { id } = submitted.job;
  const { database } = openDatabase(join(folder, 'jobs.db'));
  try {
    for (const column of ['takes', 'variation', 'error']) {
      const value = row[column];
      const text = value === null || value === undefined ? null : JSON.stringify(value);
      if (column === 'takes' && text === null) continue;
      database.run(`update jobs set ${column} = ? where id = ?`, text, id);
    }
    const faults: string[] = [];
    const wrongs: string[] = [];
    for (const name of ['history', 'queue'] as const) {
      at(name);
      const answer = await conversation.runCommand(name, {}, inboundEvent());
      const wrong = answer.kind === 'reply' ? answer.wrong : undefined;
      if (wrong === 'bug') faults.push(`${name} ends as a bug`);
      wrongs.push(wrong ?? 'fine');
    }
    at('show');
    const shown = await conversation.runCommand('show', { id }, inboundEvent());
    if (shown.kind === 'reply' && shown.wrong === 'bug') faults.push('show ends as a bug');
    return { result: wrongs.join(' '), said: [], faults };
  } finally {
    database.run('delete from jobs where id = ?', id);
    database.close();
  }
}
