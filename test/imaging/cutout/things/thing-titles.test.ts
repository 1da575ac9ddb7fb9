import { describe, expect, it } from 'vitest';
import { thingTitles } from '../../../../src/imaging/cutout/things/thing-titles.ts';
import { whyPicked } from '../../../../src/imaging/cutout/things/why-picked.ts';

const at = (x: number, y: number, share = 0.1) => ({
  box: { x, y, width: 10, height: 10 },
  share,
  whole: true,
});

describe('what things are called', () => {
  it('follows where they stand, whatever their order', () => {
    expect(thingTitles([at(80, 0), at(0, 5), at(40, 9)]).map(({ ko }) => ko)).toEqual([
      '오른쪽',
      '왼쪽',
      '가운데',
    ]);
    expect(thingTitles([at(0, 80), at(5, 0)]).map(({ en }) => en)).toEqual(['bottom', 'top']);
    expect(thingTitles([at(0, 0), at(20, 0), at(60, 0), at(40, 0)]).map(({ ko }) => ko)).toEqual([
      '왼쪽에서 1번째',
      '왼쪽에서 2번째',
      '왼쪽에서 4번째',
      '왼쪽에서 3번째',
    ]);
  });
});

describe('the reason', () => {
  const things = [at(80, 0, 0.2), at(0, 5, 0.3)];

  it('says what was chosen of how many, and by whom', () => {
    expect(whyPicked({ things }, [0])?.ko).toBe(
      '사진에서 2개를 찾아 잘리지 않은 것 중 가장 큰 것(오른쪽)을 썼어요.',
    );
    expect(whyPicked({ things }, [1])?.ko).toBe('사진에서 2개를 찾아 가장 큰 것(왼쪽)을 썼어요.');
    expect(whyPicked({ things }, [1], 2)?.en).toContain('number 2 (left) is used, as you chose');
    expect(whyPicked({ things }, [0, 1])?.en).toContain('all are used together');
    expect(whyPicked({ things }, [0, 1], 0)?.en).toContain('All 2 things');
  });

  it('is not given where there was one thing', () => {
    expect(whyPicked({ things: things.slice(1) }, [0])).toBeUndefined();
    expect(whyPicked({ things: [] }, [])).toBeUndefined();
  });
});
