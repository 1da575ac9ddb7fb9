import { describe, expect, it } from 'vitest';
import type { PhotoChoice } from '../../src/ad/result.ts';
import { parseActionId } from '../../src/conversation/actions.ts';
import { describeChoice } from '../../src/conversation/describe-choice.ts';
import type { Job } from '../../src/jobs/job/job.ts';
import { madeJob } from '../jobs/job-of.ts';
import { resultOf } from '../jobs/store/result.ts';

const LEFT = { ko: '왼쪽', en: 'left' };
const MIDDLE = { ko: '가운데', en: 'middle' };
const RIGHT = { ko: '오른쪽', en: 'right' };

function made(photos: readonly PhotoChoice[], change: Partial<Job> = {}): Job {
  const strip = { id: 'f'.repeat(16), path: '/choice/ff/f.png', width: 776, height: 268 };
  const result = { ...resultOf(1), ...(photos.length === 0 ? {} : { choice: { photos, strip } }) };
  return madeJob({ pictures: [{ variant: 0, result }], ...change });
}

const three = (picked: readonly number[]): PhotoChoice => ({
  photo: 0,
  titles: [LEFT, MIDDLE, RIGHT],
  picked,
});

const picks = (job: Job) =>
  describeChoice(job)?.actions.map(({ id, label }) => [parseActionId(id)?.action, label]);

describe('a choice of things in a photo', () => {
  it('says what was used, and offers each other one and all of them', () => {
    const job = made([three([1])]);
    expect(describeChoice(job)?.text).toBe(
      '사진에서 3개를 찾아 2번(가운데)을 썼어요. 다른 것을 쓰려면 번호를 눌러 주세요.',
    );
    expect(picks(job)).toEqual([
      [{ kind: 'pick', photo: 0, pick: 1 }, '1번 왼쪽'],
      [{ kind: 'pick', photo: 0, pick: 3 }, '3번 오른쪽'],
      [{ kind: 'pick', photo: 0, pick: 0 }, '모두'],
    ]);
    expect(describeChoice(job)?.strip).toMatchObject({
      name: '7k3f9q-things',
      alt: '사진에서 찾은 것: 1 왼쪽, 2 가운데, 3 오른쪽',
    });
  });

  it('offers each one where all are used, and where the photo is shown whole', () => {
    const all = made([three([0, 1, 2])], { locale: 'en' });
    expect(describeChoice(all)?.text).toContain('all are used together');
    expect(picks(all)?.map(([, label]) => label)).toEqual(['1 left', '2 middle', '3 right']);
    const some = made([three([0, 1])]);
    expect(describeChoice(some)?.text).toContain('3개를 찾아 1, 2번을 함께');
    expect(picks(some)?.map(([, label]) => label)).toEqual(['1번 왼쪽', '2번 가운데', '3번 오른쪽', '모두']);
    const card = made([three([])], { locale: 'en' });
    expect(describeChoice(card)?.text).toContain('Press a number to cut out just that one');
    expect(picks(card)?.map(([, label]) => label)).toEqual(['1 left', '2 middle', '3 right', 'All']);
  });

  it('tells photos apart where several show several things, and offers no more than finds room', () => {
    const five = [LEFT, MIDDLE, RIGHT, LEFT, RIGHT];
    const job = made([
      { photo: 0, titles: five, picked: [0] },
      { photo: 2, titles: five, picked: [0, 1, 2, 3, 4] },
      { photo: 3, titles: five, picked: [0] },
    ]);
    expect(describeChoice(job)?.text.split('\n')[1]).toContain('사진 3에서 5개를 찾아 모두');
    expect(picks(job)).toHaveLength(10);
    expect(picks(job)?.[5]).toEqual([{ kind: 'pick', photo: 2, pick: 1 }, '사진 3: 1번 왼쪽']);
  });

  it('is offered with an order and another pick, not with every variant, nor where there is none', () => {
    expect(describeChoice(made([]))).toBeUndefined();
    const pick = { kind: 'pick', photo: 0, pick: 2 } as const;
    expect(describeChoice(made([three([1])], { variation: pick }))).toBeDefined();
    expect(describeChoice(made([three([1])], { variation: { kind: 'lettering' } }))).toBeUndefined();
  });
});
