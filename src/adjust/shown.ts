/** Longer side of the picture in which an adjusted ad is looked at, and its quality as a JPEG. */
export const SHOWN_SIDE = 1080;
export const QUALITY = 84;
