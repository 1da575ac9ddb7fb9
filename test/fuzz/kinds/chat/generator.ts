import type { Dice } from '../../dice.ts';
import { type Generator, jsonInput, jsonOf } from '../../input.ts';
import { isObject, mutateJson, mutateStrings, rawJson } from '../../mutate/json.ts';
import { PHRASES } from '../../mutate/phrases.ts';
import { inventText } from '../../mutate/text.ts';
import { EVENTS, SAID } from './samples.ts';

/** Longest text that comes out of a chat: far above what Discord (4,000) and Slack (40,000) let through. */
const LONGEST = 100_000;

/** Ways of which the structure itself is changed, and not just what people say in it. */
export const STRUCTURED = ['discord-event', 'slack-envelope', 'slack-body'] as const;

/** What people do in Discord, in Slack and in the terminal, and what arrives of it. */
export const chatGenerator: Generator = {
  shapeOf: () => 'json',
  isLive: () => true,
  async seeds() {
    return [...SAID, ...EVENTS].map(({ way, event }) => jsonInput(way, event));
  },
  mutate(input, dice) {
    const { way } = input;
    const value = jsonOf(input);
    if (way === 'slack-body' || way === 'slack-envelope') {
      const { type = '', body = '' } = isObject(value) ? value : {};
      return jsonInput(way, { type, body: mutatedBody(String(type), String(body), dice) });
    }
    if (way === 'discord-event') return jsonInput(way, mutatedEvent(value, dice));
    return jsonInput(way, mutateStrings(value, dice, LONGEST));
  },
  invent(dice) {
    const { way, event } = dice.pick(SAID);
    const text = dice.chance(0.3) ? dice.pick(PHRASES) + inventText(dice, 3_000) : inventText(dice, LONGEST);
    const strings = Object.keys(event).filter(
      (key) => key === 'text' || key === 'line' || key === 'value' || key === 'id',
    );
    if (strings.length === 0) return jsonInput(way, mutateStrings(event, dice, LONGEST));
    return jsonInput(way, { ...event, [dice.pick(strings)]: text });
  },
};

/**
 * An event of what people do: its name stays mostly, since what nobody listens to is dropped at the door. How Discord
 * greets a bot is between it and the library.
 */
function mutatedEvent(value: unknown, dice: Dice): unknown {
  if (!isObject(value)) return { t: 'INTERACTION_CREATE', d: {} };
  if (dice.chance(0.05))
    return { ...value, t: dice.pick(['MESSAGE_UPDATE', 'TYPING_START', 'X', '__proto__']) };
  return { ...value, d: mutateJson(value.d, dice) };
}

/** Of a form its parts, of JSON its nodes, of a form with JSON in it those of the JSON. */
function mutatedBody(type: string, body: string, dice: Dice): string {
  if (!type.includes('urlencoded')) return mutatedJson(body, dice);
  const form = new URLSearchParams(body);
  const payload = form.get('payload');
  if (payload !== null) form.set('payload', mutatedJson(payload, dice));
  else if (dice.chance(0.3)) form.delete(dice.pick([...form.keys(), 'x']));
  else form.set(dice.pick([...form.keys(), 'x']), inventText(dice, 20_000));
  return dice.chance(0.1) ? form.toString().replaceAll('=', '%') : form.toString();
}

function mutatedJson(text: string, dice: Dice): string {
  try {
    return rawJson(mutateJson(JSON.parse(text), dice), dice);
  } catch {
    return dice.pick(['null', '{}', '[]', '0', '""', '', '{"type":null}', '{"payload":"null"}']);
  }
}
