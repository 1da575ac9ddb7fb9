import { altTextOf } from '../ad/alt-text.ts';
import type { Brief } from '../ad/brief.ts';
import type { Locale, LocalizedText } from '../ad/locale.ts';
import { labelOf } from '../ad/node-label.ts';
import { type AdResult, shownPath } from '../ad/result.ts';
import { defined } from '../collections/defined.ts';
import { duration } from '../errors/duration.ts';
import type { Reply, ReplyPicture, ReplyStage } from '../jobs/delivery/reply.ts';
import type { Job, Platform } from '../jobs/job/job.ts';
import type { MadePicture } from '../jobs/job/variant.ts';
import type { Variation } from '../jobs/job/variation.ts';
import type { JobStatus } from '../jobs/job-status.ts';
import { shortenLines } from '../text/shorten.ts';
import { availableActions } from './available-actions.ts';
import type { Vocabulary } from './command/vocabulary.ts';
import { describeChoice } from './describe-choice.ts';

/** Longest description of a picture, in characters: what every platform takes. */
const MAX_ALT_TEXT = 1000;

/**
 * What a job's message says: where it stands, or how it ended. In the language of its owner.
 *
 * @param adjustsOn platforms from which there is a way to the page where ads are laid out by hand
 */
export function describeJob(
  job: Job,
  now: JobStatus,
  vocabulary: Pick<Vocabulary, 'styles'>,
  adjustsOn: readonly Platform[] = [],
): Reply {
  const { locale } = job;
  const stage = stageOf(job, now);
  const pictures = stage === 'done' ? job.pictures : [];
  return {
    stage,
    locale,
    job: job.id,
    ...words(job, stage, now),
    ...defined({ progress: stage === 'running' ? replyProgress(now.progress, locale) : undefined }),
    pictures: pictures.map((picture) => replyPicture(job, picture)),
    ...defined({ choice: stage === 'done' ? describeChoice(job) : undefined }),
    ...(pictures[0] === undefined ? {} : reasoning(job, pictures[0].result, locale)),
    warnings: [
      ...new Set(pictures.flatMap(({ result }) => result.warnings.map((warning) => warning[locale]))),
    ],
    facts: pictures[0] === undefined ? [] : facts(job, pictures[0].result),
    actions: availableActions(job, stage, vocabulary, adjustsOn.includes(job.place.platform)),
    entries: [],
    private: false,
  };
}

function stageOf(job: Job, { progress }: JobStatus): ReplyStage {
  if (job.removed) return 'removed';
  switch (job.state) {
    case 'made':
    case 'delivered':
      return 'done';
    case 'queued':
    case 'running':
      return progress === undefined ? 'queued' : 'running';
    default:
      return job.state;
  }
}

function words(job: Job, stage: ReplyStage, now: JobStatus): Pick<Reply, 'title' | 'text'> {
  const { locale } = job;
  const localized = (title: LocalizedText, text?: LocalizedText): Pick<Reply, 'title' | 'text'> => ({
    title: title[locale],
    ...defined({ text: text?.[locale] }),
  });
  switch (stage) {
    case 'queued':
      return localized(waitingTitle(now), waitingText(job, now));
    case 'running':
      return localized(runningTitle(now));
    case 'done':
      return localized(doneTitle(job.variation));
    case 'failed':
      return localized({ ko: '만들지 못했어요.', en: 'The ad could not be made.' }, job.error?.text);
    case 'cancelled':
      return localized({ ko: '취소했어요.', en: 'Cancelled.' });
    case 'removed':
      return localized({ ko: '삭제했어요.', en: 'Deleted.' });
    case 'notice':
      return localized({ ko: '', en: '' });
  }
}

function waitingTitle({ queuePosition }: JobStatus): LocalizedText {
  if (queuePosition === undefined || queuePosition.position === 1) {
    return { ko: '접수했어요. 곧 시작해요.', en: 'Got it. Starting in a moment.' };
  }
  const { position } = queuePosition;
  return {
    ko: `접수했어요. ${position}번째로 기다려요.`,
    en: `Got it. Your ad is number ${position} in the queue.`,
  };
}

function waitingText({ restarts }: Job, { queuePosition, stopping }: JobStatus): LocalizedText | undefined {
  if (stopping) {
    return {
      ko: '봇이 다시 시작하는 중이에요. 작업은 그대로 있고, 곧 이어서 만들어요.',
      en: 'The bot is restarting. Your job is saved and will continue shortly.',
    };
  }
  const wait = queuePosition?.readyIn === undefined ? undefined : duration(queuePosition.readyIn);
  const parts = [
    restarts > 0
      ? { ko: '봇이 다시 시작해서 이어서 만들어요.', en: 'The bot has restarted and is continuing your job.' }
      : undefined,
    wait && { ko: `약 ${wait.ko} 뒤에 완성돼요.`, en: `Ready in about ${wait.en}.` },
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  return { ko: parts.map(({ ko }) => ko).join(' '), en: parts.map(({ en }) => en).join(' ') };
}

function runningTitle({ progress }: JobStatus): LocalizedText {
  const label = progress?.node === undefined ? undefined : labelOf(progress.node);
  const step = progress?.step === undefined ? '' : ` ${progress.step.done}/${progress.step.of}`;
  const pictures = progress?.pictures ?? { done: 0, of: 1 };
  const count = (unit: string): string =>
    pictures.of > 1 ? ` (${Math.min(pictures.done + 1, pictures.of)}/${pictures.of}${unit})` : '';
  return {
    ko: `만드는 중${count('장')}${label === undefined ? '' : ` · ${label.ko}${step}`}`,
    en: `In progress${count('')}${label === undefined ? '' : ` · ${label.en}${step}`}`,
  };
}

function doneTitle(variation: Variation | undefined): LocalizedText {
  switch (variation?.kind) {
    case 'regenerate':
      return { ko: '다시 만들었어요.', en: 'Here is another one.' };
    case 'style':
      return { ko: '다른 스타일로 만들었어요.', en: 'Here it is in another style.' };
    case 'family':
      return { ko: '다른 느낌의 디자인으로 만들었어요.', en: 'Here it is in another design.' };
    case 'lettering':
      return { ko: '글자를 다시 놓았어요.', en: 'Here it is with a new text layout.' };
    case 'words':
      return { ko: '문구를 바꿨어요.', en: 'Here it is with the new text.' };
    case 'parts':
      return { ko: '바꾸신 대로 다시 만들었어요.', en: 'Here it is with your changes.' };
    case 'formats':
      return { ko: '크기별로 만들었어요.', en: 'Here it is in every size.' };
    case 'motion':
      return { ko: '움직이게 만들었어요.', en: 'Here it is, moving.' };
    case 'vary':
      return { ko: '비슷하게 만들었어요.', en: 'Here is a variation.' };
    case 'adjust':
      return { ko: '옮기신 대로 만들었어요.', en: 'Here it is as you laid it out.' };
    case 'pick':
      return { ko: '고르신 것으로 만들었어요.', en: 'Here it is with your choice.' };
    case 'reproduce':
      return { ko: '똑같이 다시 만들었어요.', en: 'Here is exactly the same picture again.' };
    case undefined:
      return { ko: '완성했어요!', en: 'Your ad is ready.' };
  }
}

function replyProgress(progress: JobStatus['progress'], locale: Locale): NonNullable<Reply['progress']> {
  const { fraction = 0, nodes, preview } = progress ?? {};
  return {
    fraction,
    ...defined({
      steps: nodes?.map(({ node, state }) => ({ title: labelOf(node)[locale], state })),
      preview,
    }),
  };
}

function replyPicture(job: Job, { variant, result }: MadePicture): ReplyPicture {
  const { width, height } = result.image;
  const { recipe, layout } = result;
  const { place, page } = recipe.request;
  const isBare = place !== undefined && layout.text === undefined && layout.design === undefined;
  const numbered = job.variants.length === 1 ? job.id : `${job.id}.${variant + 1}`;
  const name = [numbered, place, page && `page-${page.number}`].filter(Boolean).join('-');
  const alt = shortenLines(altTextOf(recipe, job.locale, isBare), MAX_ALT_TEXT);
  return {
    name,
    path: shownPath(result.image),
    width,
    height,
    alt,
    ...defined({ documents: documentsOf(result.image), loops: loopsOf(result, name, alt, job.locale) }),
  };
}

/** The ad in motion; of several files each but the first is called by what it is. */
function loopsOf(
  { loops }: AdResult,
  name: string,
  alt: string,
  locale: Locale,
): readonly ReplyPicture[] | undefined {
  return loops?.map(({ path, width, height, kind }, i) => ({
    name: `${name}-motion${i === 0 ? '' : `-${kind}`}`,
    path,
    width,
    height,
    alt: shortenLines({ ko: `움직이는 그림. ${alt}`, en: `Moving. ${alt}` }[locale], MAX_ALT_TEXT),
  }));
}

/** The files of an ad besides the one that is shown. */
function documentsOf({ path, files = [] }: AdResult['image']): readonly string[] | undefined {
  const shown = shownPath({ path, files });
  const others = [path, ...files.map((file) => file.path)].filter((other) => other !== shown);
  return others.length === 0 ? undefined : others;
}

function reasoning(
  { variation }: Job,
  { layout, reasoning: all, recipe }: AdResult,
  locale: Locale,
): Pick<Reply, 'reasoning'> {
  if (all.length === 0) return {};
  // Of a variant they have seen it. What was stored before requests were read as statements tells nothing of it.
  const { statements: read = [] }: Partial<Brief> = recipe.decided.brief;
  const reading = variation === undefined && read.length > 0 ? all[0]?.[locale] : undefined;
  // Where the product and the words stand is what people ask about first.
  const placed = [layout.design?.why[0], layout.product?.why[0], layout.text?.why[0]].filter(
    (why) => why !== undefined,
  );
  const other = all.map((why) => why[locale]).filter((why) => why !== reading);
  const short = placed.length > 0 ? placed.map((why) => why[locale]) : other.slice(0, 2);
  return {
    reasoning: { ...defined({ reading }), short: short.join(' '), long: all.map((why) => why[locale]) },
  };
}

function facts(job: Job, { recipe }: AdResult): Reply['facts'] {
  const { request, engine, decided } = recipe;
  const rows: readonly (readonly [LocalizedText, string | undefined])[] = [
    [{ ko: '번호', en: 'ID' }, job.id],
    [{ ko: '이전', en: 'From' }, job.parent],
    [{ ko: '엔진', en: 'Engine' }, engine.name],
    [{ ko: '스타일', en: 'Style' }, decided.brief.style],
    [{ ko: '올릴 곳', en: 'Place' }, job.variants.length === 1 ? request.place : undefined],
    [
      { ko: '비율', en: 'Ratio' },
      job.variants.length === 1 && request.place === undefined ? request.format : undefined,
    ],
    [{ ko: '시드', en: 'Seed' }, String(request.seed)],
  ];
  return rows.flatMap(([name, value]) => (value === undefined ? [] : [{ name: name[job.locale], value }]));
}
