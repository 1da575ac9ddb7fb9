import { extname } from 'node:path';
import type { service } from './zimage-service.ts';

export type { ControlPictures, MadePicture, StepEvent } from './zimage-service.ts';

/** Z-Image's methods in the engine process. */
export type ZImageService = typeof service;

/** The module that serves them: loaded there and not here. */
export const ZIMAGE_SERVICE = new URL(`./zimage-service${extname(import.meta.url)}`, import.meta.url);
