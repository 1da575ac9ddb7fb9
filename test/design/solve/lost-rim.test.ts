import { describe, expect, it } from 'vitest';
import { composeDesign } from '../../../src/design/compose-design.ts';
import { isLostOn } from '../../../src/design/solve/lost-rim.ts';
import { drawn } from '../../../src/imaging/canvas.ts';
import { designRequest, families } from '../requests.ts';

const jar = (colour: string) =>
  drawn(200, 300, (context) => {
    context.fillStyle = colour;
    context.beginPath();
    context.roundRect(20, 20, 160, 260, 30);
    context.fill();
  });

describe('the rim of a product', () => {
  it('is lost on a ground that is as dark, and on no other', () => {
    expect(isLostOn(jar('#17130f'), '#2a1512')).toBe(true);
    expect(isLostOn(jar('#17130f'), '#efe0cd')).toBe(false);
    expect(isLostOn(jar('#e8c9a0'), '#2a1512')).toBe(false);
    expect(isLostOn(jar('#c21807'), '#12351f')).toBe(false);
    expect(isLostOn(jar('#ffffff'), '#ffffff')).toBe(false);
  });

  it('has a light line around it in a design where it would be lost', async () => {
    const edges = async (colour: string) => {
      const heroes = [{ source: { kind: 'photo', photo: 0 }, image: jar(colour) }] as const;
      const { layers } = await composeDesign(
        designRequest(
          { headline: '흑임자 잼', details: '오늘 입고' },
          { width: 540, height: 540 },
          {
            heroes,
            families: families.filter(({ key }) => key === 'split-sheet'),
          },
        ),
      );
      return layers.flatMap((layer) => (layer.kind === 'hero' ? [layer.edge !== undefined] : []));
    };
    expect(await edges('#17130f')).toEqual([true]);
    expect(await edges('#e8c9a0')).toEqual([false]);
  });
});
