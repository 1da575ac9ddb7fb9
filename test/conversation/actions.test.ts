import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Action,
  actionId,
  actionOfReaction,
  parseActionId,
  REACTIONS,
} from '../../src/conversation/actions.ts';

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.constantFrom<Action>(
    { kind: 'regenerate' },
    { kind: 'lettering' },
    { kind: 'words' },
    { kind: 'parts' },
    { kind: 'why' },
    { kind: 'show' },
    { kind: 'undo' },
    { kind: 'retry' },
    { kind: 'cancel' },
    { kind: 'remove' },
    { kind: 'drop' },
    { kind: 'style' },
  ),
  fc.constantFrom('realistic', 'semi-realistic').map((style): Action => ({ kind: 'style', style })),
  fc.constant<Action>({ kind: 'motion' }),
  fc.constant<Action>({ kind: 'adjust' }),
  fc.nat(99).map((picture): Action => ({ kind: 'sizes', picture })),
  fc
    .tuple(fc.nat(99), fc.constantFrom('weak' as const, 'strong' as const))
    .map(([picture, strength]): Action => ({ kind: 'vary', picture, strength })),
  fc.tuple(fc.nat(3), fc.nat(5)).map(([photo, pick]): Action => ({ kind: 'pick', photo, pick })),
);

describe('action ids', () => {
  it('hold version, job and action, and come back as what they were', () => {
    fc.assert(
      fc.property(action, (wanted) => {
        const id = actionId('7k3f9q', wanted);
        expect(id.length).toBeLessThanOrEqual(40);
        expect(parseActionId(id)).toEqual({ job: '7k3f9q', action: wanted });
      }),
    );
  });

  it('are stable: those under old messages are still read', () => {
    expect(parseActionId('1/7k3f9q/regenerate')).toEqual({ job: '7k3f9q', action: { kind: 'regenerate' } });
    expect(parseActionId('1/7k3f9q/vary/1/strong')).toEqual({
      job: '7k3f9q',
      action: { kind: 'vary', picture: 1, strength: 'strong' },
    });
  });

  it('read nothing else, and never throw', () => {
    for (const id of [
      '',
      '2/7k3f9q/why',
      '1/7K3F9Q/why',
      '1/7k3f9q/explode',
      '1/7k3f9q/vary/x/weak',
      '1/7k3f9q/vary/1',
      '1/7k3f9q/sizes/1.5',
      '1/7k3f9q/pick/0',
      '1/7k3f9q/pick/4/1',
      '1/7k3f9q/pick/0/6',
      '1/7k3f9q/pick/0/-1',
      '1/7k3f9q/pick//1',
    ]) {
      expect(parseActionId(id)).toBeUndefined();
    }
    fc.assert(fc.property(fc.string(), (id) => void parseActionId(id)));
  });
});

describe('reactions', () => {
  it('are known by emoji and by name, whatever skin tone or variation', () => {
    for (const { emoji, name, action: meant } of REACTIONS) {
      expect(actionOfReaction(emoji)).toEqual(meant);
      expect(actionOfReaction(name)).toEqual(meant);
      expect(actionOfReaction(`:${name}:`)).toEqual(meant);
      expect(actionOfReaction(`${name}::skin-tone-3`)).toEqual(meant);
    }
    expect(actionOfReaction('1⃣')).toEqual({ kind: 'vary', picture: 0, strength: 'weak' });
    expect(actionOfReaction('thumbsup')).toBeUndefined();
  });
});
