import type { PropName } from '../../../ad/scene.ts';
import { bread, donut, macarons } from './bakery.ts';
import { bibimbap } from './bibimbap.ts';
import { cake } from './cake.ts';
import { camera } from './camera.ts';
import { bottle, cream, lipstick, perfume, serum, tube } from './cosmetics.ts';
import { coffee } from './cup.ts';
import { ade, americano, beer, latte, matchaLatte, strawberryLatte, wine } from './drinks.ts';
import { bouquet } from './flowers.ts';
import { chicken } from './fried-chicken.ts';
import { apples, oranges, strawberries } from './fruit.ts';
import { noodles } from './noodles.ts';
import { bag, books, gift } from './parcels.ts';
import { pillBottle } from './pill-bottle.ts';
import { porkBelly } from './pork-belly.ts';
import { pottedPlant } from './potted-plant.ts';
import type { Prop, PropPlace } from './prop.ts';
import { sashimi } from './sashimi.ts';
import { candle, jar, jewel, kettlebell, petBowl, phone, spectacles } from './things.ts';
import { towels } from './towels.ts';
import { tteokbokki } from './tteokbokki.ts';
import { yogaMat } from './yoga-mat.ts';

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
  tteokbokki,
  sashimi,
  'pork-belly': porkBelly,
  towels,
  camera,
  'potted-plant': pottedPlant,
  'pill-bottle': pillBottle,
  'yoga-mat': yogaMat,
} satisfies Record<PropName, (place: PropPlace) => Prop>;

export const propOf = (name: PropName, place: PropPlace): Prop => PROPS[name](place);
