// Written by the build (index-files.mjs): everything that is defined beside it.
import { anime } from './anime.ts';
import { illustration } from './illustration.ts';
import { realistic } from './realistic.ts';
import { semiRealistic } from './semi-realistic.ts';

export const styles = [anime, illustration, realistic, semiRealistic].sort((a, b) => a.order - b.order);

declare module '../../ad/scene.ts' {
  interface StudioNames {
    readonly style: 'anime' | 'illustration' | 'realistic' | 'semi-realistic';
  }
}
