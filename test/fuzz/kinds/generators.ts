import type { Generator, KindName } from '../input.ts';

/** Makers of inputs, by their kinds. */
export const generators: Readonly<Record<KindName, () => Promise<Generator>>> = {
  photo: async () => (await import('./photo/generator.ts')).photoGenerator,
  text: async () => (await import('./text/generator.ts')).textGenerator,
  recipe: async () => (await import('./recipe/generator.ts')).recipeGenerator,
  model: async () => (await import('./model/generator.ts')).modelGenerator,
  chat: async () => (await import('./chat/generator.ts')).chatGenerator,
};
