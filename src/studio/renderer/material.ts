/** What a board is made of. Coordinates are decimetres: `u` across, `v` along the strip away from the camera. */
export interface Material {
  /** 0 = matt, 1 = polished. */
  readonly gloss: number;
  /** Width of the blur of what it mirrors, as a slope: 0.02 polished stone, 0.15 satin wood, 0.5 matt. */
  readonly roughness: number;
  /**
   * Writes into `out`: linear albedo r, g, b (0–1), then the change of the key light by relief (about −1…1), then
   * gloss there as a share of `gloss`.
   *
   * @param footU width that one sample stands for; detail finer than it is averaged
   */
  sample(u: number, v: number, footU: number, footV: number, out: Float32Array): void;
}
