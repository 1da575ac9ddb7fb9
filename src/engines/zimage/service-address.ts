import { extname } from 'node:path';
import type { service } from './service.ts';

export type { MadePicture, StepEvent } from './service.ts';

/** Z-Image's methods in the engine process. */
export type ZImageService = typeof service;

/** The module that serves them: loaded there and not here. */
export const ZIMAGE_SERVICE = new URL(`./service${extname(import.meta.url)}`, import.meta.url);
