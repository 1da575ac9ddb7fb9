import type { Target } from '../input.ts';
import type { TargetName } from '../runner/protocol.ts';

/** The product's ways in, by the kinds of what comes in. */
export const targets: Readonly<Record<TargetName, () => Promise<Target>>> = {
  photo: async () => (await import('./photo/target.ts')).openPhotoTarget(),
  text: async () => (await import('./text/target.ts')).openTextTarget(),
  recipe: async () => (await import('./recipe/target.ts')).openRecipeTarget(),
  model: async () => (await import('./model/target.ts')).openModelTarget(),
  chat: async () => (await import('./chat/target.ts')).openChatTarget(),
  planted: async () => (await import('./planted.ts')).openPlantedTarget(),
};
