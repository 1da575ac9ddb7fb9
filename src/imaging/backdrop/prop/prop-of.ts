import type { PropName } from '../../../ad/scene.ts';
import { bread, donut, macarons } from './bakery.ts';
import { bibimbap, chicken, noodles } from './bowl.ts';
import { cake } from './cake.ts';
import { bottle, cream, lipstick, perfume, serum, tube } from './cosmetics.ts';
import { coffee } from './cup.ts';
import { ade, americano, beer, latte, matchaLatte, strawberryLatte, wine } from './drinks.ts';
import { bouquet } from './flowers.ts';
import { apples, oranges, strawberries } from './fruit.ts';
import { bag, books, gift } from './parcels.ts';
import type { Prop, PropPlace } from './prop.ts';
import { candle, jar, jewel, kettlebell, petBowl, phone, spectacles } from './things.ts';

const PROPS = {
  latte,
  'strawberry-latte': strawberryLatte,
  'matcha-latte': matchaLatte,
  americano,
  ade,
  coffee,
  beer,
  wine,
  cake,
  bread,
  donut,
  macarons,
  noodles,
  bibimbap,
  chicken,
  strawberries,
  oranges,
  apples,
  bottle,
  serum,
  cream,
  tube,
  perfume,
  lipstick,
  gift,
  bag,
  books,
  bouquet,
  candle,
  jar,
  phone,
  jewel,
  kettlebell,
  spectacles,
  'pet-bowl': petBowl,
} satisfies Record<PropName, (place: PropPlace) => Prop>;

export const propOf = (name: PropName, place: PropPlace): Prop => PROPS[name](place);
