import type { Brief } from '../../ad/brief.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { StyleName } from '../../ad/style.ts';
import { seedFor } from '../../imaging/random.ts';
import { isAsked, type Mood } from '../../presets/mood.ts';
import { iconOfModel } from '../model-icons.ts';

/** A style that is not drawn: all others are a matter of the whole picture. */
const PLAIN_STYLE = 'realistic';

/** Why an ad is to show a picture that the image engine makes. */
export interface PictureWish {
  readonly why: LocalizedText;
  /** Whether the ad is a scene where no design shows the picture; else a design shows an icon, or words alone. */
  readonly must: boolean;
}

/** What is known of who makes the picture, and for whom. */
export interface PictureMeans {
  /** Style of the trade, for which nobody asked. */
  readonly usualStyle?: StyleName | undefined;
  /** Whether what is sold is shown by a photo. */
  readonly hasPhoto: boolean;
  /** Whether the image engine shows whatever it is asked for, and not only what it has models of. */
  readonly drawsAnything: boolean;
  /** The brief's, of which a season's asks for nothing. */
  readonly mood?: Pick<Mood, 'key' | 'lighting'> | undefined;
  /** Of the design, 0 – 2³²−1. */
  readonly choice: number;
}

/**
 * Whether an ad is to show a picture that is made for it: a style, a place or a mood is asked for; or there is no photo,
 * and the engine can show what is sold itself. Undefined = its photo, an icon or words alone say as much.
 */
export function wantsPicture(
  { pictured, style, hero }: Pick<Brief, 'pictured' | 'style' | 'hero'>,
  { usualStyle, hasPhoto, drawsAnything, mood, choice }: PictureMeans,
): PictureWish | undefined {
  if (style !== PLAIN_STYLE && style !== usualStyle) return { why: OF_STYLE, must: true };
  if (pictured === 'setting') return { why: OF_PLACE, must: true };
  const asked = mood !== undefined && isAsked(mood) ? mood : undefined;
  const isFelt = pictured === 'mood' && (asked === undefined || asked.lighting !== undefined);
  // A design in the mood's colours says as much of a photo, and sooner: some ads show it in a light of that mood.
  if (hasPhoto)
    return isFelt && asked !== undefined && seedFor(choice, 'mood or photo') % 3 === 0
      ? { why: OF_MOOD, must: false }
      : undefined;
  if (drawsAnything) return { why: OF_NO_PHOTO, must: true };
  if (hero?.kind === 'type') return undefined;
  if (isFelt) return { why: OF_MOOD, must: true };
  if (hero?.kind !== 'model') return undefined;
  if (iconOfModel(hero.id) === undefined) return { why: OF_MODEL, must: true };
  // Of what is shown by an icon as well, some ads show that, so that a shop's are not all alike.
  return seedFor(choice, 'model or icon') % 3 === 0 ? undefined : { why: OF_MODEL, must: false };
}

const OF_STYLE: LocalizedText = {
  ko: '그림체를 말씀하셔서, 그 그림체로 그린 그림을 넣었어요.',
  en: 'A style of drawing was asked for, so the ad shows a picture in that style.',
};

const OF_PLACE: LocalizedText = {
  ko: '배경을 말씀하셔서, 그 장면을 만들어 넣었어요.',
  en: 'A setting was asked for, so the ad shows that scene.',
};

const OF_MOOD: LocalizedText = {
  ko: '분위기를 말씀하셔서, 그런 빛과 배경으로 그림을 만들어 넣었어요.',
  en: 'A mood was asked for, so the ad shows a picture in that light and setting.',
};

const OF_MODEL: LocalizedText = {
  ko: '사진 대신 스튜디오에서 만든 모형이 주인공이라, 어울리는 장면 속에 두었어요.',
  en: 'The studio has a model of what is sold, so it is shown in a scene that suits it.',
};

const OF_NO_PHOTO: LocalizedText = {
  ko: '사진이 없어서, 파는 것을 그림으로 그려 넣었어요.',
  en: 'There is no photo, so what is sold was drawn for the ad.',
};
