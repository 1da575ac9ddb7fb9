import type { Brief } from '../../ad/brief.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { StyleName } from '../../ad/style.ts';
import { iconOfModel } from '../model-icons.ts';

/** A style that is not drawn: all others are a matter of the whole picture. */
const PLAIN_STYLE = 'realistic';

/** How a place or a light is asked for in which something is to stand: '나무 테이블 위에', 'on a marble table'. */
const PLACED =
  /(?:위|위에|위에서|앞|앞에|아래|옆|옆에|속에|창가|창가에)$|배경|조명|햇살|햇빛|노을|석양|테이블|식탁|바닷가|해변|숲속|야경|\b(?:on|against|beside|under|before|in front of|by)\s(?:a|an|the)\b|\b(?:background|backdrop|sunlight|sunset)\b/iu;

/** A ground of one colour is what a design has as well: '배경은 노란색으로', 'on a white background'. */
const COLOUR_ALONE =
  /[가-힣]{1,4}색|(?:흰|하얀|노란|빨간|파란|검은|초록|분홍)\s?배경|\b(?:white|black|red|blue|yellow|green|pink|plain)\sbackground/iu;

/**
 * Why an ad is to be a scene: its words ask for what only a picture shows; undefined where they do not.
 *
 * @param usual style of the trade, for which nobody asked
 * @param hasPhoto what is sold is shown by a photo, and not by what the studio has
 */
export function asksForScene(
  { statements, style, scene, hero }: Pick<Brief, 'statements' | 'style' | 'scene' | 'hero'>,
  usual: StyleName | undefined,
  hasPhoto: boolean,
): LocalizedText | undefined {
  if (style !== PLAIN_STYLE && style !== usual)
    return {
      ko: '그림체를 말씀하셔서, 디자인 틀 대신 그 그림체의 장면으로 만들었어요.',
      en: 'A style of drawing was asked for, so the ad is a scene in that style instead of a designed sheet.',
    };
  const asked = statements.find(
    ({ kind, text }) => (kind === 'mood' || kind === 'wish') && PLACED.test(text) && !COLOUR_ALONE.test(text),
  );
  if (asked === undefined && scene.outlook === undefined) {
    // Where no icon shows the same, or a mood was asked for, the studio's own model in its light says more.
    const isModel = !hasPhoto && hero?.kind === 'model';
    const hasMood = statements.some(({ kind }) => kind === 'mood');
    return isModel && (hasMood || iconOfModel(hero.id) === undefined) ? OF_MODEL : undefined;
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
