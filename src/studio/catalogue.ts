import type { StudioCatalogue } from '../ad/studio-catalogue.ts';
import { builtIn } from './studio.ts';

/**
 * What the studio is delivered with, in words. In the build these words alone are in this file's place (build.ts):
 * the bot's own thread reads requests by them and never loads what draws.
 */
export const catalogue: StudioCatalogue = builtIn;
