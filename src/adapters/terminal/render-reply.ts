import { ACTION_LABELS, parseActionId, REACTIONS } from '../../conversation/actions.ts';
import type { Reply, ReplyChoice } from '../../jobs/delivery/reply.ts';
import { stripInvisible } from '../../text/clean-text.ts';

const BAR_WIDTH = 20;

/** A reply as lines of text, none of which steers the terminal. @param n number of its message, where it has one */
export function renderReply(reply: Reply, n?: number): string {
  const head = n === undefined ? '' : `#${n} `;
  const job = reply.job === undefined || n === undefined ? '' : ` (${reply.job})`;
  const lines = [`${reply.title}${job}`];
  if (reply.text) lines.push(...reply.text.split('\n'));
  for (const { path, width, height, alt, documents = [], loops = [] } of reply.pictures)
    lines.push(`${path} (${width}×${height})`, ...loops.map((loop) => loop.path), ...documents, `· ${alt}`);
  const { reading, short, long } = reply.reasoning ?? {};
  const why = reply.stage === 'notice' ? long : [reading, short];
  for (const reason of why ?? []) if (reason) lines.push(`· ${reason}`);
  if (reply.choice !== undefined) lines.push(...choiceLines(reply.choice, n));
  for (const warning of reply.warnings) lines.push(`! ${warning}`);
  for (const { title, text, job: id } of reply.entries) {
    lines.push([id, title, text].filter((part) => part !== undefined && part !== '').join('  '));
  }
  if (reply.facts.length > 0)
    lines.push(reply.facts.map(({ name, value }) => `${name} ${value}`).join(' · '));
  if (reply.stage === 'done' && n !== undefined) lines.push(...hints(reply, n));
  const indent = ' '.repeat(head.length === 0 ? 0 : 3);
  return stripInvisible(
    lines.map((line, index) => (index === 0 ? `${head}${line}` : `${indent}${line}`)).join('\n'),
  );
}

/** What else the photos show, and what to type to have it. */
function choiceLines({ text, strip, actions }: ReplyChoice, n: number | undefined): readonly string[] {
  const typed = actions.flatMap(({ id, label }) => {
    const action = parseActionId(id)?.action;
    if (action?.kind !== 'pick' || n === undefined) return [];
    const photo = action.photo === 0 ? '' : ` ${action.photo + 1}`;
    return [`#${n} pick ${action.pick}${photo} ${label}`];
  });
  return [
    ...text.split('\n').map((line) => `· ${line}`),
    strip.path,
    ...(typed.length === 0 ? [] : [typed.join(' | ')]),
  ];
}

/** A job's progress in one line. */
export function renderProgress(reply: Reply, n: number): string {
  const parts = [`#${n}`];
  if (reply.progress !== undefined) {
    const filled = Math.round(reply.progress.fraction * BAR_WIDTH);
    parts.push(
      '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled),
      `${Math.round(reply.progress.fraction * 100)}%`,
    );
  }
  parts.push(reply.title);
  if (reply.stage === 'queued' && reply.text) parts.push(reply.text);
  return stripInvisible(parts.join(' '));
}

/** What can be typed to go on from here. */
function hints({ actions, locale }: Reply, n: number): readonly string[] {
  const typed = new Map<string, string>();
  for (const { id, label, group } of actions) {
    const action = parseActionId(id)?.action;
    if (action === undefined) continue;
    const reaction = REACTIONS.find((known) => known.action.kind === action.kind);
    const kind = action.kind === 'remove' ? ':x:' : reaction && `:${reaction.name}:`;
    const what = kind === undefined ? `#${n} ${action.kind}` : `${kind} ${n}`;
    // Of a group the first stands for all of them.
    const name = group === undefined ? label : ACTION_LABELS[action.kind].title[locale];
    if (!typed.has(what)) typed.set(what, name);
  }
  return typed.size === 0 ? [] : [[...typed].map(([what, label]) => `${what} ${label}`).join(' | ')];
}
