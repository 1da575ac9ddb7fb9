import type { LocalizedText } from '../../../ad/locale.ts';
import type { FoundThings } from './find-things.ts';
import { thingTitles } from './thing-titles.ts';

/**
 * Which of several things was cut out, and why.
 *
 * @param picked indices in the things
 * @param pick what somebody has asked for, where they have
 * @returns undefined where there was one thing
 */
export function whyPicked(
  { things }: Pick<FoundThings, 'things'>,
  picked: readonly number[],
  pick?: number,
): LocalizedText | undefined {
  const count = things.length;
  const [first = 0] = picked;
  const title = thingTitles(things)[first];
  if (count < 2 || title === undefined) return undefined;
  if (picked.length > 1 && picked.length < count) {
    return {
      ko: `사진에서 ${count}개를 찾아 잘리지 않은 ${picked.length}개를 함께 썼어요.`,
      en: `${count} things were found in the photo, and the ${picked.length} that are not cut off are used together.`,
    };
  }
  if (picked.length > 1) {
    return pick === undefined
      ? {
          ko: `사진에서 ${count}개를 찾았는데, 서로 닮았거나 맞닿아 있거나 크기가 비슷해 모두 함께 썼어요.`,
          en: `${count} things were found in the photo; since they are alike, touch or are similar in size, all are used together.`,
        }
      : {
          ko: `사진에서 찾은 ${count}개를 모두 썼어요.`,
          en: `All ${count} things that were found in the photo are used.`,
        };
  }
  if (pick !== undefined) {
    return {
      ko: `사진에서 찾은 ${count}개 가운데 고르신 ${pick}번(${title.ko})을 썼어요.`,
      en: `Of the ${count} things in the photo, number ${pick} (${title.en}) is used, as you chose.`,
    };
  }
  const largest = things.every(({ share }) => share <= things[first]!.share);
  return {
    ko: `사진에서 ${count}개를 찾아 ${largest ? '가장 큰 것' : '잘리지 않은 것 중 가장 큰 것'}(${title.ko})을 썼어요.`,
    en: `${count} things were found in the photo, and the largest${largest ? '' : ' that is whole'} (${title.en}) is used.`,
  };
}
