import type { LocalizedText } from '../../ad/locale.ts';
import type { LightingName, SceneBrief } from '../../ad/scene.ts';
import { DEFAULT_SCENE, type StudioCatalogue } from '../../ad/studio-catalogue.ts';
import { withArticle } from '../../language/english.ts';
import { withParticle } from '../../language/particles.ts';
import type { Style } from '../../presets/style.ts';
import type { Reading } from '../reading/read-request.ts';
import type { MatchedPresets } from './compose-scene.ts';
import { readAs } from './read-as.ts';

const LIGHTS: Readonly<Record<LightingName, LocalizedText>> = {
  window: { ko: '창가 햇살', en: 'window light' },
  blinds: { ko: '블라인드 사이 햇살', en: 'light through blinds' },
  leaves: { ko: '나뭇잎 사이 햇살', en: 'light through leaves' },
  softbox: { ko: '고르고 부드러운 조명', en: 'soft even light' },
  sun: { ko: '쨍한 햇빛', en: 'bright sun' },
  spot: { ko: '한 점 조명', en: 'a spotlight' },
  neon: { ko: '네온빛', en: 'neon light' },
  dawn: { ko: '새벽빛', en: 'dawn light' },
  sunset: { ko: '노을빛', en: 'sunset light' },
  candle: { ko: '따뜻한 등불빛', en: 'warm lamp light' },
  overcast: { ko: '고른 자연광', en: 'even daylight' },
};

/**
 * How the request was read, in words that a shop owner would use.
 *
 * @param given whether the kind of shop was chosen by hand
 */
export function reasonsFor(reading: Reading, rows: MatchedPresets, given: boolean): readonly LocalizedText[] {
  return [readAs(reading), tradeReason(reading, rows, given), ...deniedReason(reading)];
}

/** Why the scene of an ad looks as it does. */
export function sceneReasons(
  reading: Reading,
  rows: MatchedPresets,
  style: Style,
  scene: SceneBrief,
  studio: StudioCatalogue,
): readonly LocalizedText[] {
  return [...dayReason(reading, rows), sceneReason(reading, scene, studio, style)];
}

function tradeReason({ trade }: Reading, rows: MatchedPresets, given: boolean): LocalizedText {
  const { ko, en } = rows.trade.names;
  if (given)
    return { ko: `고르신 ${ko} 업종에 맞췄어요.`, en: `Made for the kind of shop you chose: ${en}.` };
  if (trade.by === undefined) {
    return {
      ko: '업종을 알 수 없어서 어느 가게에나 어울리게 만들었어요.',
      en: 'The kind of shop is not clear, so the ad would suit any shop.',
    };
  }
  return {
    ko: ko.includes(trade.by)
      ? `${ko} 광고로 만들었어요.`
      : `“${trade.by}”에서 ${withParticle(ko, '으로')} 읽고 그 업종답게 만들었어요.`,
    en: `“${trade.by}” suggests ${en}, so the ad is made for one.`,
  };
}

function dayReason({ season, occasion }: Reading, rows: MatchedPresets): readonly LocalizedText[] {
  const by = occasion ?? season;
  const row = rows.occasion ?? rows.season;
  if (by === undefined || row === undefined) return [];
  return [
    {
      ko: `“${by.by}”에 맞는 색과 소품을 더했어요.`,
      en: `Colours and props were added to suit ${row.names.en}.`,
    },
  ];
}

function sceneReason(
  { scene: words }: Reading,
  scene: SceneBrief,
  { scenes }: StudioCatalogue,
  style: Style,
): LocalizedText {
  const backdrop = scenes.get(scene.backdrops[0] ?? DEFAULT_SCENE).title;
  const light = LIGHTS[scene.lighting];
  const asked = words.materials.length + words.backdrops.length > 0 || words.lighting !== undefined;
  return {
    ko: `${asked ? '말씀하신 대로' : '업종에 어울리게'} ${withParticle(backdrop.ko, '과')} ${withParticle(light.ko, '을')} 골랐고, 화풍은 ${withParticle(style.names.ko, '이에요')}.`,
    en: `${asked ? 'As asked' : 'To suit the shop'}: ${backdrop.en} in ${light.en}, in ${withArticle(style.names.en)} style.`,
  };
}

function deniedReason({ scene }: Reading): readonly LocalizedText[] {
  const { words, said } = scene.denied;
  if (words.length === 0) return [];
  return [
    {
      ko: `원하지 않는다고 하신 것(${said.join(', ')})은 뺐어요.`,
      en: `Left out as you asked: ${words.join(', ')}.`,
    },
  ];
}
