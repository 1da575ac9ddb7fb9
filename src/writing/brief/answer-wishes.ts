import type { LocalizedText } from '../../ad/locale.ts';
import { askedMotion, findAskedMotion } from '../../ad/parse/asked-motion.ts';
import { type AskedPlace, askedPlace, askedShape } from '../../ad/parse/asked-picture.ts';
import type { AdRequest } from '../../ad/request.ts';
import type { Statement } from '../../ad/statement.ts';
import { withParticle } from '../../language/particles.ts';
import { nearestFormat } from '../../presets/nearest-format.ts';
import type { Presets } from '../../presets/presets.ts';
import type { Reading } from '../reading/read-request.ts';
import { UNMET } from './unmet-wishes.ts';
import { whereAnswer } from './where-answer.ts';

/** What became of what was wished: obeyed, kept in mind, or not to be had by words. */
export interface WishAnswers {
  readonly why: readonly LocalizedText[];
  readonly warnings: readonly LocalizedText[];
}

const AUDIENCE =
  /^(?:주\s?)?(?:타깃|타겟|고객층|대상 고객|주요 고객)|(?:타깃|타겟)(?:으로|팅|층)?\S{0,6}$|^(?:the |our |my )?(?:target|audience|clientele|demographic)|^(?:targeting|targeted|aimed|geared|directed|intended)/iu;

export function answerWishes(request: AdRequest, reading: Reading, presets: Presets): WishAnswers {
  const wishes = reading.statements.filter(({ kind }) => kind === 'wish' || kind === 'mood');
  if (wishes.length === 0) return { why: [], warnings: [] };
  const said = wishes.map(({ text }) => text);
  const shape = shapeAnswer(request, reading, presets);
  return {
    why: [
      ...shape,
      ...(shape.length > 0 ? [] : whereAnswer(said.filter((words) => !AUDIENCE.test(words)))),
      ...motionAnswer(request, reading, presets),
      ...lettersAnswer(request),
      ...colourAnswer(reading),
      ...audienceAnswer(said),
    ],
    warnings: [...unmetAnswer(wishes), ...unknownMoodAnswer(reading.unknownMoods, presets)],
  };
}

/** Moods that are named as examples. */
const EXAMPLES = ['warm', 'luxurious', 'lively', 'calm'];

/** A wish that is not understood is told, with words that are; what is answered in another way is not told twice. */
function unknownMoodAnswer(unknown: readonly string[], { moods }: Presets): readonly LocalizedText[] {
  const fresh = unknown.filter(
    (words) =>
      !AUDIENCE.test(words) && !UNMET.some(({ signs, ofMoods = true }) => ofMoods && signs.test(words)),
  );
  if (fresh.length === 0) return [];
  const quoted = `“${fresh.join('”, “')}”`;
  const examples = moods.rows.filter(({ key }) => EXAMPLES.includes(key)).map(({ names }) => names);
  return [
    {
      ko: `${withParticle(quoted, '은')} 어떤 분위기인지 알아듣지 못해서 반영하지 못했어요. ${examples.map(({ ko }) => `‘${ko}’`).join(', ')}처럼 말씀해 주시거나 색을 일러 주세요.`,
      en: `${quoted} was not understood as a mood, so nothing was made of it. Say it as ${examples.map(({ en }) => `“${en}”`).join(', ')}, or name a colour.`,
    },
  ];
}

function shapeAnswer(request: AdRequest, reading: Reading, presets: Presets): readonly LocalizedText[] {
  const { formats } = presets;
  const told = askedPlace(reading.text, presets.requestRules);
  if (told !== undefined && told.place.key === request.place) return placeAnswer(told);
  if (request.place !== undefined) return otherPlaceAnswer(request.place, told, presets);
  const asked = askedShape(reading.text);
  const made = formats.find(request.format);
  if (asked === undefined || made === undefined) return [];
  const name = asked.size === undefined ? asked.format : nearestFormat(formats.rows, asked.size);
  const wanted = name === undefined ? undefined : formats.find(name);
  const shape = `${made.key}(${made.width}×${made.height})`;
  if (wanted?.key !== made.key) {
    return [
      {
        ko: `글에 적힌 모양 대신 따로 고르신 ${withParticle(shape, '으로')} 만들었어요.`,
        en: `Made in ${shape}, the format you chose, not the one named in the text.`,
      },
    ];
  }
  const size = asked.size;
  const exact = size === undefined || size.width * made.height === size.height * made.width;
  return [
    exact
      ? { ko: `말씀하신 대로 ${withParticle(shape, '으로')} 만들었어요.`, en: `Made in ${shape} as asked.` }
      : {
          ko: `말씀하신 ${size.width}×${size.height}에 가장 가까운 ${withParticle(shape, '으로')} 만들었어요.`,
          en: `${shape} is the format nearest to ${size.width}×${size.height}.`,
        },
  ];
}

/** Where the ad goes and which words say so, what is not put on it there, and that further places are asked for by option. */
function placeAnswer({
  place: { key, names, pixels, print, bare },
  words,
  others,
}: AskedPlace): LocalizedText[] {
  const { width, height } = print === undefined ? pixels.is : print.is.trim;
  const size = `${width}×${height}${print === undefined ? '' : ' mm'}`;
  const isSize = names.ko === key;
  const answers = [
    {
      ko: `글에 ‘${words}’라고 하셔서 ${isSize ? size : `${names.ko}(${size})`}에 맞췄어요.`,
      en: `Made ${isSize ? `in ${size}` : `for ${names.en} (${size})`}, because the text says “${words}”.`,
    },
  ];
  if (bare !== undefined)
    answers.push({
      ko: '그곳에는 글자를 넣을 수 없어서 글자는 빼고 그림만 만들어요.',
      en: 'No words are allowed there, so they are left off the picture.',
    });
  if (others.length > 0)
    answers.push({
      ko: `글에 적힌 다른 곳(${others.join(', ')})은 ‘올릴 곳’(--place)에서 함께 고르시면 따로 만들어요.`,
      en: `The text names other places too (${others.join(', ')}): choose them all as places (--place) to have each made.`,
    });
  return answers;
}

/** That a place was chosen over the one that the text names. */
function otherPlaceAnswer(
  key: string,
  told: AskedPlace | undefined,
  { requestRules }: Presets,
): readonly LocalizedText[] {
  const place = requestRules.findPlace?.(key);
  if (told === undefined || place === undefined) return [];
  const { names } = place;
  return [
    {
      ko: `글에 적힌 ‘${told.words}’ 대신 따로 고르신 ‘${names.ko}’에 맞췄어요.`,
      en: `Made for ${names.en}, which you chose, and not for “${told.words}”, which the text says.`,
    },
  ];
}

/** Which words the ad moves by; what is printed stands still, of which its maker tells. */
function motionAnswer(
  { place: key }: AdRequest,
  { text }: Reading,
  { requestRules }: Presets,
): readonly LocalizedText[] {
  const { words } = askedMotion(text, requestRules);
  const place = key === undefined ? undefined : requestRules.findPlace?.(key);
  if (words === undefined || place?.print !== undefined) return [];
  return [
    {
      ko: `글에 ‘${words}’라고 하셔서 움직이는 파일도 만들어요.`,
      en: `Made as a moving file, too, because the text says “${words}”.`,
    },
  ];
}

function lettersAnswer({ lettering, text }: AdRequest): readonly LocalizedText[] {
  if (lettering || !/없|빼|말|마|no|without|free/iu.test(text)) return [];
  return [{ ko: '글자 없이 그림만 만들었어요.', en: 'Made as a picture without text.' }];
}

function colourAnswer({ colours }: Reading): readonly LocalizedText[] {
  const { letters, background } = colours;
  if (letters === undefined && background === undefined) return [];
  const ko = [letters && '글씨', background && '배경'].filter(Boolean).join('와 ');
  const en = [letters && 'letters', background && 'background'].filter(Boolean).join(' and ');
  return [
    {
      ko: `${ko} 색은 말씀하신 색에서, 잘 읽히는 만큼만 밝기를 바꿨어요.`,
      en: `The colour of the ${en} is the one you asked for, lighter or darker where that reads better.`,
    },
  ];
}

function audienceAnswer(said: readonly string[]): readonly LocalizedText[] {
  const whom = said.filter((words) => AUDIENCE.test(words));
  if (whom.length === 0) return [];
  const quoted = `“${whom.join('”, “')}”`;
  return [
    { ko: `${withParticle(quoted, '은')} 광고에 적지 않았어요.`, en: `${quoted} was not put on the ad.` },
  ];
}

const isMotion = (text: string): boolean => findAskedMotion(text).length > 0;

function unmetAnswer(wishes: readonly Statement[]): readonly LocalizedText[] {
  const answers = UNMET.flatMap(({ signs, ofMoods = true, ko, en }) => {
    const words = wishes
      .filter(
        ({ kind, text }) =>
          (ofMoods || kind !== 'mood') && signs.test(text) && !AUDIENCE.test(text) && !isMotion(text),
      )
      .map(({ text }) => text);
    return words.length === 0 ? [] : [{ words, ko, en }];
  });
  const told = new Set<string>();
  return answers.flatMap(({ words, ko, en }) => {
    const fresh = words.filter((wish) => !told.has(wish));
    if (fresh.length === 0) return [];
    for (const wish of fresh) told.add(wish);
    const quoted = `“${fresh.join('”, “')}”`;
    return [
      {
        ko: `${withParticle(quoted, '은')} 말로 정할 수 없어요: ${ko}.`,
        en: `${quoted} cannot be set in the request: ${en}.`,
      },
    ];
  });
}
