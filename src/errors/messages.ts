import { batchMessages } from './batch-messages.ts';
import { deliveryMessages } from './delivery-messages.ts';
import { discordMessages } from './discord-messages.ts';
import { jobMessages } from './job-messages.ts';
import { message } from './message.ts';
import { modelMessages } from './model-messages.ts';
import { movedMessages } from './moved-messages.ts';
import { partMessages } from './part-messages.ts';
import { photoMessages } from './photo-messages.ts';
import { placeMessages } from './place-messages.ts';
import { slackMessages } from './slack-messages.ts';
import { webMessages } from './web-messages.ts';

/** By how many times its limit a text is too long when its letters are no longer counted to the end. */
export const COUNTED_TIMES = 5;

function counted(length: number, max: number): { readonly ko: string; readonly en: string } {
  return length > COUNTED_TIMES * max
    ? { ko: `${COUNTED_TIMES * max}자가 넘어요`, en: `over ${COUNTED_TIMES * max} characters` }
    : { ko: `${length}자`, en: `${length} characters` };
}

/**
 * Every mistake that a person can make, in their language: what happened, then what to do. No text holds a
 * secret or a stack; paths only as the person wrote them.
 */
export const messages = {
  'photo-missing': message<{ file: string }>(
    ({ file }) => `사진 파일을 찾을 수 없어요: ${file}. 경로를 확인해 주세요.`,
    ({ file }) => `There is no photo at ${file}. Check the path.`,
  ),
  'photo-empty': message<{ file: string }>(
    ({ file }) => `사진 파일이 비어 있어요: ${file}. 다시 저장하거나 다른 사진을 올려 주세요.`,
    ({ file }) => `The file ${file} is empty. Save the photo again or send another one.`,
  ),
  'photo-unreadable': message<{ file: string }>(
    ({ file }) => `사진으로 읽을 수 없는 파일이에요: ${file}. JPG, PNG, WebP, HEIC 사진을 올려 주세요.`,
    ({ file }) => `${file} could not be read as a photo. Send a JPG, PNG, WebP or HEIC photo.`,
  ),
  'photo-truncated': message<{ file: string }>(
    ({ file }) => `사진이 중간에 끊겨 있어요: ${file}. 원본을 다시 받아 올려 주세요.`,
    ({ file }) => `The photo ${file} is incomplete. Download the original again.`,
  ),
  'photo-format': message<{ file: string; format: string }>(
    ({ file, format }) => `${format} 형식은 열 수 없어요: ${file}. JPG, PNG, WebP로 바꿔서 올려 주세요.`,
    ({ file, format }) =>
      `${format} files are not supported (${file}). Convert the photo to JPG, PNG or WebP.`,
  ),
  'photo-too-large': message<{ file: string; width: number; height: number; megapixels: number }>(
    ({ file, width, height, megapixels }) =>
      `사진이 너무 커요: ${file} (${width}×${height}). ${megapixels}메가픽셀 이하로 줄여 주세요.`,
    ({ file, width, height, megapixels }) =>
      `The photo ${file} is too large (${width}×${height}). Resize it to ${megapixels} megapixels or less.`,
  ),
  'photo-too-heavy': message<{ file: string; megabytes: number }>(
    ({ file, megabytes }) => `사진 용량이 너무 커요: ${file}. ${megabytes}MB 이하로 올려 주세요.`,
    ({ file, megabytes }) => `The file ${file} is too large. Send a photo of ${megabytes} MB or less.`,
  ),
  'photo-too-small': message<{ file: string; width: number; height: number; min: number }>(
    ({ file, width, height, min }) =>
      `사진이 너무 작아요: ${file} (${width}×${height}). 가로세로 ${min}픽셀이 넘는 사진을 올려 주세요.`,
    ({ file, width, height, min }) =>
      `The photo ${file} is too small (${width}×${height}). Send one that is at least ${min} pixels on each side.`,
  ),
  'photo-transparent': message<{ file: string }>(
    ({ file }) => `사진이 전부 투명해요: ${file}. 제품이 보이는 사진을 올려 주세요.`,
    ({ file }) => `The photo ${file} is fully transparent. Send one that shows the product.`,
  ),
  'too-many-photos': message<{ max: number }>(
    ({ max }) => `사진은 한 번에 ${max}장까지 쓸 수 있어요.`,
    ({ max }) => `You can use up to ${max} photos at once.`,
  ),
  'restyle-needs-photo': message(
    () => '사진을 새 스타일로 바꾸려면 사진이 한 장 필요해요. --photo로 사진을 주세요.',
    () => 'Restyling needs a photo. Add one with --photo.',
  ),
  'voice-unheard': message(
    () => '소리는 못 들어요. 어떤 광고를 만들지 글로 적어 주세요.',
    () => 'I cannot hear sound. Please write what the ad is for.',
  ),
  'prompt-empty': message(
    () => '어떤 광고를 만들지 알려 주세요. 예: "카페 신메뉴 딸기라떼, 따뜻하고 아늑한 분위기"',
    () => 'Tell me what the ad is for, for example: "cafe, new strawberry latte, warm and cosy".',
  ),
  'script-uncovered': message<{ script: { ko: string; en: string } }>(
    ({ script }) => `${script.ko}는 가진 글꼴로 그릴 수 없어요. 한국어, 영어, 일본어, 중국어로 적어 주세요.`,
    ({ script }) =>
      `The installed fonts cannot draw ${script.en}. Please write in Korean, English, Japanese or Chinese.`,
  ),
  'prompt-too-long': message<{ length: number; max: number }>(
    ({ length, max }) => `설명이 너무 길어요 (${counted(length, max).ko}). ${max}자 이내로 줄여 주세요.`,
    ({ length, max }) =>
      `The description is too long (${counted(length, max).en}). Keep it to ${max} or fewer.`,
  ),
  'copy-unprintable': message<{ slot: string }>(
    ({ slot }) => `이모지만으로는 문구를 만들 수 없어요 (${slot}). 글자를 넣어 주세요.`,
    ({ slot }) => `The ${slot} cannot consist of emoji alone. Add some words.`,
  ),
  'copy-too-long': message<{ slot: string; length: number; max: number }>(
    ({ slot, length, max }) =>
      `문구가 너무 길어요 (${slot}, ${counted(length, max).ko}). ${max}자 이내로 줄여 주세요.`,
    ({ slot, length, max }) =>
      `The ${slot} is too long (${counted(length, max).en}). Keep it to ${max} or fewer.`,
  ),
  'copy-no-room': message(
    () => '이 글은 그림 안에 놓을 자리가 없어요. 줄이거나, 글자를 둘러싸는 기호를 빼 주세요.',
    () =>
      'There is no room in the picture for these words. Shorten them, or leave out signs that enclose letters.',
  ),
  'copy-forbidden': message<{ slot: string; word: string; why: { ko: string; en: string } }>(
    ({ slot, word, why }) =>
      `"${word}"은(는) 광고에 쓸 수 없는 말이에요 (${slot}). ${why.ko} 다른 말로 바꿔 주세요.`,
    ({ slot, word, why }) =>
      `"${word}" may not be used in an ad (${slot}). ${why.en} Please choose other words.`,
  ),
  'unknown-name': message<{ kind: string; name: string; nearest: readonly string[] }>(
    ({ kind, name, nearest }) =>
      `"${name}"은(는) 없는 값이에요 (${kind}). 혹시 이것인가요? ${nearest.join(', ')}`,
    ({ kind, name, nearest }) => `There is no ${kind} called "${name}". Did you mean: ${nearest.join(', ')}?`,
  ),
  'bad-number': message<{ option: string; value: string; expected: string }>(
    ({ option, value, expected }) =>
      `${option} 값이 맞지 않아요: "${value}". ${expected} 사이로 적어 주세요.`,
    ({ option, value, expected }) =>
      `${option} cannot be "${value}". Enter a number in the range ${expected}.`,
  ),
  'bad-option': message<{ detail: string }>(
    ({ detail }) => `명령을 이해하지 못했어요: ${detail}. --help로 사용법을 볼 수 있어요.`,
    ({ detail }) => `Could not understand the command: ${detail}. See --help.`,
  ),
  'out-unusable': message<{ path: string; why: 'closed' | 'in-the-way' | 'no-path' }>(
    ({ path, why }) =>
      `여기에는 저장할 수 없어요: ${path} (${
        why === 'closed'
          ? '쓸 수 없는 곳'
          : why === 'in-the-way'
            ? '같은 이름의 다른 것이 있음'
            : '쓸 수 없는 이름'
      }). 다른 곳을 정해 주세요.`,
    ({ path, why }) =>
      `Cannot save to ${path} (${
        why === 'closed'
          ? 'no permission to write there'
          : why === 'in-the-way'
            ? 'something else has that name'
            : 'the path is not valid'
      }). Choose another location.`,
  ),
  'bad-preset': message<{ file: string; place: string; problem: string }>(
    ({ file, place, problem }) => `프리셋 파일에 잘못된 값이 있어요: ${file}, ${place}: ${problem}`,
    ({ file, place, problem }) => `The preset file ${file} has an error at ${place}: ${problem}`,
  ),
  'bad-recipe': message<{ file: string; problem: string | { ko: string; en: string } }>(
    ({ file, problem }) =>
      `레시피 파일을 쓸 수 없어요: ${file} (${typeof problem === 'string' ? problem : problem.ko}). 광고와 함께 저장된 파일인지 확인해 주세요.`,
    ({ file, problem }) =>
      `The recipe ${file} cannot be used (${typeof problem === 'string' ? problem : problem.en}). Check that it was saved with an ad.`,
  ),
  'recipe-photo-missing': message<{ file: string }>(
    ({ file }) => `레시피에 쓰인 사진이 없어요 (${file}). --photo로 같은 사진을 다시 주세요.`,
    ({ file }) => `The photo used by the recipe is missing (${file}). Add the same photo again with --photo.`,
  ),
  'bad-config': message<{ problems: readonly string[] }>(
    ({ problems }) => `설정에 고칠 곳이 있어요:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
    ({ problems }) => `Please fix these settings:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
  ),
  'engine-unavailable': message<{ engine: string; reason: string }>(
    ({ engine, reason }) => `${engine} 엔진을 쓸 수 없어요: ${reason}`,
    ({ engine, reason }) => `The ${engine} engine cannot be used: ${reason}`,
  ),
  ...partMessages,
  ...batchMessages,
  ...discordMessages,
  ...jobMessages,
  ...modelMessages,
  ...photoMessages,
  ...placeMessages,
  ...movedMessages,
  ...slackMessages,
  ...deliveryMessages,
  ...webMessages,
} as const;

export type UserErrorCode = keyof typeof messages;

/** The parameters of a code's message. */
export type MessageParams<C extends UserErrorCode> = Parameters<(typeof messages)[C]['ko']>[0];
