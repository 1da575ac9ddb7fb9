import { describe, expect, it } from 'vitest';
import { describeJob } from '../../src/conversation/describe-job.ts';
import type { Job } from '../../src/jobs/job/job.ts';
import type { JobStatus } from '../../src/jobs/job-status.ts';
import { jobOf as job, madeJob as made } from '../jobs/job-of.ts';
import { request } from '../jobs/orders.ts';
import { resultOf } from '../jobs/store/result.ts';
import { smallVocabulary } from './command/small-vocabulary.ts';

const calm = { stopping: false };

const wordless = {
  size: { width: 8, height: 8 },
  underlays: [],
  blocks: [],
  warnings: [],
  decidedBy: 'local',
};

const described = (of: Job, now: JobStatus) => describeJob(of, now, smallVocabulary);

describe('describeJob', () => {
  it('tells who waits where they stand and for how long', () => {
    const standing = { position: 3, readyIn: 42_000 };
    const reply = described(job(), { ...calm, queuePosition: standing });
    expect(reply.stage).toBe('queued');
    expect(`${reply.title} ${reply.text}`).toBe('접수했어요. 3번째로 기다려요. 약 45초 뒤에 완성돼요.');
    const english = described(job({ locale: 'en' }), { ...calm, queuePosition: standing });
    expect(`${english.title} ${english.text}`).toBe(
      'Got it. Your ad is number 3 in the queue. Ready in about 45 seconds.',
    );
    expect(reply.actions.map(({ id }) => id)).toEqual(['1/7k3f9q/cancel']);
  });

  it('promises no time while nothing is known', () => {
    expect(described(job(), { ...calm, queuePosition: { position: 1 } }).text).toBeUndefined();
  });

  it('tells of restarts, before and after', () => {
    expect(described(job({ restarts: 1 }), calm).text).toContain('다시 시작해서');
    expect(described(job(), { stopping: true }).text).toContain('작업은 그대로');
  });

  it('tells which node is at work and how far it is', () => {
    const progress = {
      fraction: 0.4,
      node: 'Text2ImageNode',
      step: { done: 3, of: 9 },
      pictures: { done: 1, of: 4 },
    };
    const reply = described(job({ state: 'running' }), { ...calm, progress });
    expect(reply).toMatchObject({ stage: 'running', progress: { fraction: 0.4 } });
    expect(reply.title).toBe('만드는 중 (2/4장) · 배경 그리기 3/9');
  });

  it('shows pictures with alt text, reasons, engine and seed, and what can be done', () => {
    const reply = described(made({ parent: 'aaaaaa' }), calm);
    expect(reply.stage).toBe('done');
    expect(reply.pictures).toMatchObject([
      { name: '7k3f9q', width: 8, alt: expect.stringContaining('딸기라떼') },
    ]);
    const facts = Object.fromEntries(reply.facts.map(({ name, value }) => [name, value]));
    expect(facts).toMatchObject({ 번호: '7k3f9q', 이전: 'aaaaaa', 엔진: 'quick', 시드: '1' });
    const actions = reply.actions.map(({ id }) => id.replace('1/7k3f9q/', ''));
    expect(actions).toEqual([
      'regenerate',
      'style/realistic',
      'style/semi-realistic',
      'style/anime',
      'style/illustration',
      'family',
      'lettering',
      'words',
      'parts',
      'sizes/0',
      'motion',
      'vary/0/weak',
      'vary/0/strong',
      'undo',
      'remove',
    ]);
  });

  it('gives the reasons for product and words first, and all of them at length', () => {
    const why = (text: string) => ({ ko: text, en: text });
    const result = {
      ...resultOf(1),
      reasoning: [why('first'), why('second'), why('words')],
      layout: { text: { ...wordless, why: [why('words')] } },
    };
    const reply = described(made({ pictures: [{ variant: 0, result }] }), calm);
    expect(reply.reasoning).toEqual({ short: 'words', long: ['first', 'second', 'words'] });
    expect(reply.actions.some(({ id }) => id.endsWith('/why'))).toBe(true);
  });

  it('says first how a request was read, so that a misreading is seen at once, and of a variant no more', () => {
    const why = (text: string) => ({ ko: text, en: text });
    const plain = resultOf(1);
    const { brief } = plain.recipe.decided;
    const read = { ...brief, statements: [{ kind: 'product', text: '라떼', start: 0, end: 2 }] } as const;
    const result = {
      ...plain,
      reasoning: [why('read'), why('words')],
      layout: { text: { ...wordless, why: [why('words')] } },
      recipe: { ...plain.recipe, decided: { brief: read } },
    };
    const pictures = [{ variant: 0, result }];
    expect(described(made({ pictures }), calm).reasoning).toEqual({
      reading: 'read',
      short: 'words',
      long: ['read', 'words'],
    });
    const variant = made({ pictures, variation: { kind: 'regenerate' } });
    expect(described(variant, calm).reasoning?.reading).toBeUndefined();
  });

  it('says why a job failed, and offers another try', () => {
    const error = { code: 'photo-transparent', text: { ko: '사진이 투명해요.', en: 'transparent' } };
    const reply = described(job({ state: 'failed', error }), calm);
    expect(reply).toMatchObject({ stage: 'failed', text: '사진이 투명해요.', pictures: [] });
    expect(reply.actions.map(({ id }) => id)).toEqual(['1/7k3f9q/retry', '1/7k3f9q/remove']);
  });

  it('shows nothing of what was deleted', () => {
    const reply = described(made({ removed: true }), calm);
    expect(reply).toMatchObject({ stage: 'removed', pictures: [], facts: [], actions: [] });
  });

  it('names the pictures of a set by number, and has no alt text longer than platforms take', () => {
    const variants = [1, 2].map((seed) => ({ request: request({ seed, text: '가'.repeat(2000) }) }));
    const pictures = variants.map(({ request: asked }, variant) => {
      const result = resultOf(variant);
      return { variant, result: { ...result, recipe: { ...result.recipe, request: asked } } };
    });
    const reply = described(made({ variants, pictures }), calm);
    expect(reply.pictures.map(({ name }) => name)).toEqual(['7k3f9q.1', '7k3f9q.2']);
    for (const { alt } of reply.pictures) expect(alt.length).toBeLessThanOrEqual(1000);
  });
});
