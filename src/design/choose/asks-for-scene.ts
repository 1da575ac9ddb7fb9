import type { Brief } from '../../ad/brief.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { StyleName } from '../../ad/style.ts';
import { iconOfModel } from '../model-icons.ts';

/** A style that is not drawn: all others are a matter of the whole picture. */
const PLAIN_STYLE = 'realistic';

/**
 * Why an ad is to be a scene: it asks for what only a picture shows; undefined where it does not.
 *
 * @param usual style of the trade, for which nobody asked
 * @param hasPhoto what is sold is shown by a photo, and not by what the studio has
 */
export function asksForScene(
  { pictured, style, hero }: Pick<Brief, 'pictured' | 'style' | 'hero'>,
  usual: StyleName | undefined,
  hasPhoto: boolean,
): LocalizedText | undefined {
  if (style !== PLAIN_STYLE && style !== usual)
    return {
      ko: '그림체를 말씀하셔서, 디자인 틀 대신 그 그림체의 장면으로 만들었어요.',
      en: 'A style of drawing was asked for, so the ad is a scene in that style instead of a designed sheet.',
    };
  if (pictured !== 'setting') {
    // Where no icon shows the same, or a mood was asked for, the studio's own model in its light says more.
    const isModel = !hasPhoto && hero?.kind === 'model';
    return isModel && (pictured === 'mood' || iconOfModel(hero.id) === undefined) ? OF_MODEL : undefined;
  }
  return {
    ko: '배경을 말씀하셔서, 디자인 틀 대신 그 장면을 만들었어요.',
    en: 'A setting was asked for, so the ad is that scene instead of a designed sheet.',
  };
}

const OF_MODEL: LocalizedText = {
  ko: '사진 대신 스튜디오에서 만든 모형이 주인공이라, 어울리는 장면 속에 두었어요.',
  en: 'The studio has a model of what is sold, so it is shown in a scene that suits it.',
};
