import { describe, expect, it } from 'vitest';
import { drawn } from '../../../src/imaging/canvas.ts';
import type { Raster } from '../../../src/imaging/raster.ts';
import { DesignMaterialNode } from '../../../src/workflow/nodes/design-material.ts';
import { context } from '../../quality/design/context.ts';

const bottle = (ground?: string) =>
  drawn(100, 200, (canvas) => {
    if (ground !== undefined) {
      canvas.fillStyle = ground;
      canvas.fillRect(0, 0, 100, 200);
    }
    canvas.fillStyle = '#b3261e';
    canvas.beginPath();
    canvas.ellipse(50, 100, 50, 100, 0, 0, 2 * Math.PI);
    canvas.fill();
  });

const pictureOf = async (photo: Raster) => {
  const { pictures } = await new DesignMaterialNode().process(
    { photos: [photo], products: [photo], confidences: [0.3], cutEdges: [], things: [], picked: [] },
    context,
  );
  return pictures[0];
};

describe('material of a design', () => {
  it('has clear air around a photo without a ground of its own, so that it lies on the design’s', async () => {
    const shown = await pictureOf(bottle());
    expect(shown?.subject).toMatchObject({ width: 100, height: 200 });
    const { image, subject } = shown ?? { image: bottle() };
    expect(image.width).toBeGreaterThan(200);
    expect(image.data[3]).toBe(0);
    const middle = 4 * (Math.floor(image.height / 2) * image.width + Math.floor(image.width / 2));
    expect([...image.data.subarray(middle, middle + 4)]).toEqual([0xb3, 0x26, 0x1e, 255]);
    expect(subject?.x).toBe((image.width - 100) / 2);
  });

  it('is a photo as it is where it has one', async () => {
    const photo = bottle('#efe0cd');
    expect((await pictureOf(photo))?.image).toBe(photo);
  });
});
