import type { SceneRequest } from '../../src/studio/scene.ts';

/** A small backdrop by day, with room for a product and for words. */
export const request = (changes: Partial<SceneRequest> = {}): SceneRequest => ({
  recipe: 'table',
  lighting: 'window',
  palette: { background: '#efe0cd', ink: '#3a2415', accent: '#c2410c' },
  darkness: 0,
  style: 'realistic',
  room: { product: true, words: true },
  size: { width: 96, height: 96 },
  seed: 7,
  ...changes,
});
