import { defineStyle } from './define-style.ts';

/** A photo. */
export const realistic = defineStyle({
  name: 'realistic',
  order: 10,
  title: { ko: '실사', en: 'Realistic' },
  names: { ko: '실사', en: 'realistic' },
  aliases: {
    ko: ['사진', '포토', '리얼', '실사풍', '사실적인', '사진 느낌', '사진풍', '실제 사진', '리얼리스틱'],
    en: ['photo', 'photograph', 'photographic', 'photorealistic', 'real'],
  },
  prompt: {
    medium: 'commercial product photograph',
    light: 'Lit by {light}',
    backdrop: 'real materials seen close, softly blurred distance',
    subject: 'the subject as the hero of the shot',
    words: [
      'true-to-life textures and natural colours',
      'shallow depth of field, crisp focus on the subject',
      'shot at eye level with an 85mm lens',
      'soft realistic shadows, clean studio retouching',
    ],
    negative: [
      'illustration',
      'drawing',
      'cartoon',
      '3D render',
      'plastic skin',
      'oversaturated colours',
      'blurry subject',
    ],
  },
});
