/** What a photo may be; chat platforms check the first two before they download. */
export const PHOTO_LIMITS = {
  /** Largest file in bytes. */
  bytes: 40 * 2 ** 20,
  /** Largest picture in millions of pixels, as cameras count: one of “50 MP” makes 8192 × 6144. */
  megapixels: 50,
  /** The same in pixels. */
  pixels: 8192 * 6144,
  /** Largest that was ever kept: what was accepted once still opens, where it costs no more than others. */
  keptPixels: 110e6,
  /** Smallest side in pixels. */
  side: 32,
  /** Longest side in pixels: beyond the widest panorama of a phone. */
  longestSide: 32_767,
} as const;

/** Longest side in pixels of a photo that has to be written anew to be kept: twice what an ad is made from. */
export const KEPT_SIDE = 4096;
