import { describe, expect, it } from 'vitest';
import { estimateStage } from '../../src/imaging/estimate-stage.ts';
import { createRaster, type Raster } from '../../src/imaging/raster.ts';

function painted(width: number, height: number, grey: (x: number, y: number) => number): Raster {
  const raster = createRaster(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++)
      raster.data.set([grey(x, y), grey(x, y), grey(x, y), 255], (y * width + x) * 4);
  }
  return raster;
}

describe('estimateStage', () => {
  it('finds the line between wall and floor', () => {
    const { horizon, floor } = estimateStage(painted(400, 500, (_x, y) => (y < 330 ? 220 : 110)));
    expect(Math.abs(horizon - 330)).toBeLessThan(15);
    expect(floor?.top).toBeGreaterThan(320);
    expect(floor?.bottom).toBeLessThanOrEqual(500);
    expect(floor?.colour).toBe('#6e6e6e');
  });

  it('sees from which side the light comes', () => {
    const fromLeft = estimateStage(painted(300, 300, (x) => 230 - x / 2)).light.azimuth;
    const fromRight = estimateStage(painted(300, 300, (x) => 80 + x / 2)).light.azimuth;
    expect(fromLeft).toBeGreaterThan(Math.PI / 2);
    expect(fromRight).toBeLessThan(Math.PI / 2);
  });

  it('calls the calm side free, not the busy one', () => {
    const { freeSpace } = estimateStage(
      painted(300, 300, (x, y) => (x < 150 ? 200 : ((x * 31 + y * 17) % 7) * 36)),
    );
    expect(freeSpace[0]).toMatchObject({ x: 0 });
    for (const box of freeSpace) expect(box.x + box.width).toBeLessThanOrEqual(160);
  });
});
