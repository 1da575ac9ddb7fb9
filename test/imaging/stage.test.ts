import { describe, expect, it } from 'vitest';
import type { Stage } from '../../src/ad/scene.ts';
import { finishPicture } from '../../src/imaging/finish-picture.ts';
import { cropStage } from '../../src/imaging/stage.ts';
import { cupOnTable } from './pictures.ts';

const stage: Stage = {
  light: { azimuth: 2, elevation: 0.6, softness: 0.3, tint: '#ffffff' },
  horizon: 48,
  floor: { top: 50, bottom: 72, ground: 64, across: [20, 90], colour: '#7b5232', gloss: 0.1 },
  subject: { x: 44, y: 28, width: 38, height: 34 },
  freeSpace: [
    { x: 30, y: 4, width: 40, height: 20 },
    { x: 0, y: 0, width: 6, height: 4 },
  ],
};

describe('cropStage', () => {
  it('moves what is known of a picture along with its pixels', () => {
    const cropped = cropStage(stage, { x: 8, y: 6, width: 80, height: 60 });
    expect(cropped.light).toEqual(stage.light);
    expect(cropped.horizon).toBe(42);
    expect(cropped.floor).toMatchObject({ top: 44, bottom: 60, ground: 58, across: [12, 80] });
    expect(cropped.subject).toEqual({ x: 36, y: 22, width: 38, height: 34 });
    expect(cropped.freeSpace).toEqual([{ x: 22, y: 0, width: 40, height: 18 }]);
  });
});

describe('finishPicture', () => {
  it("cuts what is larger than the ad from the picture's middle, with what its engine knows of it", async () => {
    const image = cupOnTable();
    const finished = await finishPicture({ picture: { image, stage }, size: { width: 80, height: 60 } });
    expect(finished.stage).toEqual(cropStage(stage, { x: 8, y: 6, width: 80, height: 60 }));
    const first = (6 * image.width + 8) * 4;
    expect(finished.image.data.subarray(0, 320)).toEqual(image.data.subarray(first, first + 320));
  });

  it('estimates what the engine does not say', async () => {
    const { stage: estimated } = await finishPicture({
      picture: { image: cupOnTable() },
      size: { width: 96, height: 72 },
    });
    expect(Math.abs(estimated.horizon - 48)).toBeLessThan(4);
  });
});
