import { hexToOklch, type Oklch } from '../../imaging/colour.ts';
import { paintCoat } from '../materials/paint.ts';
import { block } from '../renderer/block.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';
import { rod } from '../renderer/rod.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { glazed, matt } from './solid-materials.ts';

/** A stack of hardcover books with a pencil on it. */
export const books = defineProp({
  name: 'books',
  standsFor: {
    ko: '책 도서 신간 신간도서 소설 시집 에세이 그림책 동화책 중고책 독립출판물 독서모임 북클럽 북토크 작가와의만남 낭독회 책추천 심야책방 논술 독서논술 국어 영어 수학 문제집 ~에세이 ~시집 ~소설',
    en: 'book, novel, picture book, comic, book club meeting, author event, reading night, english class, math, maths, math class, maths class, tutoring class',
  },
  make,
});

function make({ x, y, z, palette, side, random }: PropPlacement): Prop {
  const [l, c, h] = hexToOklch(palette.accent);
  const covers: readonly Oklch[] = [
    [0.38, 0.05, 250],
    [Math.min(0.6, Math.max(0.4, l)), Math.min(0.14, c), h],
    [0.86, 0.03, 85],
    [0.45, 0.06, 150],
  ];
  const solids: Solid[] = [];
  let top = y;
  for (let i = 0; i < 4; i++) {
    const thick = 0.3 + 0.14 * random();
    const turn = -side * 0.45 + (random() - 0.5) * 0.3;
    const width = 2.2 - i * 0.12;
    const depth = 1.55 - i * 0.08;
    const cloth = matt(covers[(i + Math.floor(random() * 2)) % covers.length]!, 0.9);
    const pages = paged();
    solids.push(block({ x, y: top, z, width, height: 0.035, depth, turn, bevel: 0.012, material: cloth }));
    solids.push(
      block({
        x: x + 0.03,
        y: top + 0.035,
        z,
        width: width - 0.1,
        height: thick - 0.07,
        depth: depth - 0.1,
        turn,
        bevel: 0.004,
        material: pages,
      }),
    );
    solids.push(
      block({
        x,
        y: top + thick - 0.035,
        z,
        width,
        height: 0.035,
        depth,
        turn,
        bevel: 0.012,
        material: cloth,
      }),
    );
    top += thick;
  }
  solids.push(
    rod(
      [x - 0.5 * side, top + 0.05, z - 0.3],
      [x + 0.62 * side, top + 0.05, z - 0.02],
      0.05,
      glazed([0.8, 0.14, 85], 0.2),
    ),
  );
  return { solids, height: top - y + 0.1, halfWidth: 1.4 };
}

/** The edge of many leaves of paper. */
function paged(): SolidMaterial {
  const coat = paintCoat(oklchToLinear([0.92, 0.025, 88]), 0.2);
  return {
    surface: {
      gloss: 0,
      roughness: 0.6,
      sample(u, v, footU, footV, out) {
        coat.sample(u, v, footU, footV, out);
        const fade = Math.max(0, 1 - footV * 60);
        out[3] = 0.16 * fade * Math.sin(v * 260) * Math.sin(v * 97 + u);
      },
    },
    reflectance: 0.02,
    roughness: 0.6,
  };
}
