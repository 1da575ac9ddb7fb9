import type { Locale, LocalizedText } from '../ad/locale.ts';
import { PICK_ALL } from '../ad/request.ts';
import type { PhotoChoice, ThingChoice } from '../ad/result.ts';
import {
  MAX_CHOICE_ACTIONS,
  type ReplyAction,
  type ReplyChoice,
  type ReplyPicture,
} from '../jobs/delivery/reply.ts';
import type { Job } from '../jobs/job/job.ts';
import { ACTION_LABELS, actionId } from './actions.ts';

/** What a finished job's message says of several things in its photos: for the order itself and for another pick. */
export function describeChoice(job: Job): ReplyChoice | undefined {
  const { locale, variation } = job;
  const choice = job.pictures[0]?.result.choice;
  if (choice === undefined || (variation !== undefined && variation.kind !== 'pick')) return undefined;
  return {
    text: choice.photos.map((photo) => choiceText(photo, choice)[locale]).join('\n'),
    strip: stripOf(job.id, choice, locale),
    actions: choice.photos.flatMap((photo) => choiceActions(job, photo, choice)).slice(0, MAX_CHOICE_ACTIONS),
  };
}

function choiceText({ photo, titles, picked }: PhotoChoice, { photos }: ThingChoice): LocalizedText {
  const count = titles.length;
  const where =
    photos.length === 1
      ? { ko: '사진에서', en: 'in the photo' }
      : { ko: `사진 ${photo + 1}에서`, en: `in photo ${photo + 1}` };
  const [first = -1] = picked;
  const title = titles[first];
  if (title === undefined) {
    return {
      ko: `${where.ko} ${count}개를 찾았어요. 하나만 오려서 쓰려면 번호를 눌러 주세요.`,
      en: `${count} things were found ${where.en}. Press a number to cut out just that one.`,
    };
  }
  if (picked.length === count) {
    return {
      ko: `${where.ko} ${count}개를 찾아 모두 함께 썼어요. 하나만 쓰려면 번호를 눌러 주세요.`,
      en: `${count} things were found ${where.en}, and all are used together. Press a number to use just that one.`,
    };
  }
  if (picked.length > 1) {
    const numbers = picked.map((index) => index + 1).join(', ');
    return {
      ko: `${where.ko} ${count}개를 찾아 ${numbers}번을 함께 썼어요. 다르게 쓰려면 번호를 눌러 주세요.`,
      en: `${count} things were found ${where.en}, and numbers ${numbers} are used together. Press a number to change that.`,
    };
  }
  return {
    ko: `${where.ko} ${count}개를 찾아 ${first + 1}번(${title.ko})을 썼어요. 다른 것을 쓰려면 번호를 눌러 주세요.`,
    en: `${count} things were found ${where.en}, and number ${first + 1} (${title.en}) is used. Press a number to use another.`,
  };
}

function stripOf(job: string, { photos, strip }: ThingChoice, locale: Locale): ReplyPicture {
  const names = photos.flatMap(({ titles }) => titles.map((title, i) => `${i + 1} ${title[locale]}`));
  const { path, width, height } = strip;
  const alt = { ko: `사진에서 찾은 것: ${names.join(', ')}`, en: `Found in the photo: ${names.join(', ')}` };
  return { name: `${job}-things`, path, width, height, alt: alt[locale] };
}

/** A button for each thing that is not what the ad shows, and one for all of them. */
function choiceActions(
  { id, locale }: Job,
  { photo, titles, picked }: PhotoChoice,
  { photos }: ThingChoice,
): readonly ReplyAction[] {
  const offer = (pick: number, title: LocalizedText): ReplyAction => ({
    id: actionId(id, { kind: 'pick', photo, pick }),
    label:
      photos.length === 1
        ? title[locale]
        : `${{ ko: '사진', en: 'Photo' }[locale]} ${photo + 1}: ${title[locale]}`,
    emoji: ACTION_LABELS.pick.emoji,
    tone: 'plain',
  });
  const single = picked.length === 1 ? picked[0] : undefined;
  return [
    ...titles.flatMap((title, i) =>
      i === single ? [] : [offer(i + 1, { ko: `${i + 1}번 ${title.ko}`, en: `${i + 1} ${title.en}` })],
    ),
    ...(picked.length === titles.length ? [] : [offer(PICK_ALL, { ko: '모두', en: 'All' })]),
  ];
}
