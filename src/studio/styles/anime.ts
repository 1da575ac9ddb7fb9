import { cel } from './cel.ts';
import { defineStyle } from './define-style.ts';

/** Cel animation with outlines. */
export const anime = defineStyle({
  name: 'anime',
  order: 30,
  title: { ko: '애니', en: 'Anime' },
  names: { ko: '애니메이션', en: 'anime' },
  aliases: {
    ko: [
      '애니',
      '애니풍',
      '만화',
      '만화풍',
      '일본 애니메이션',
      '재패니메이션',
      '셀 애니',
      '만화 느낌',
      '카툰',
      '웹툰',
      '웹툰풍',
      '지브리풍',
    ],
    en: ['animation', 'animated', 'manga', 'cartoon', 'cel shaded', 'webtoon', 'comic'],
  },
  prompt: {
    medium: 'anime key visual',
    light: 'Drawn with {light} as clear shapes of light and one shadow tone',
    backdrop: 'background art without figures',
    subject: 'the subject drawn large, appetising highlights',
    words: [
      'clean ink outlines and cel shading in two or three tones',
      'bright painted background art',
      'clear light with gentle bloom',
      'lively saturated colours',
    ],
    negative: [
      'photograph',
      'photorealistic',
      '3D render',
      'film grain',
      'muddy colours',
      'rough sketch lines',
    ],
  },
  finish: { ko: '선이 또렷한 애니메이션 그림', en: 'a cel drawing with ink outlines' },
  drawing: { draw: cel, amount: 0.6, detailBelow: 0.3 },
});
