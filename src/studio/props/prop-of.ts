import type { PropName } from '../../ad/scene.ts';
import { apples } from './apples.ts';
import { bag } from './bag.ts';
import { bibimbap } from './bibimbap.ts';
import { books } from './books.ts';
import { bottle } from './bottle.ts';
import { bread } from './bread.ts';
import { cake } from './cake.ts';
import { camera } from './camera.ts';
import { candle } from './candle.ts';
import { oranges } from './citrus.ts';
import { cream } from './cream.ts';
import { coffee } from './cup.ts';
import { donut } from './donut.ts';
import { ade, americano, beer, latte, matchaLatte, strawberryLatte, wine } from './drinks.ts';
import { bouquet } from './flowers.ts';
import { chicken } from './fried-chicken.ts';
import { gift } from './gift.ts';
import { jar } from './jar.ts';
import { jewel } from './jewel.ts';
import { kettlebell } from './kettlebell.ts';
import { lipstick } from './lipstick.ts';
import { macarons } from './macarons.ts';
import { noodles } from './noodles.ts';
import { perfume } from './perfume.ts';
import { petBowl } from './pet-bowl.ts';
import { phone } from './phone.ts';
import { pillBottle } from './pill-bottle.ts';
import { porkBelly } from './pork-belly.ts';
import { pottedPlant } from './potted-plant.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { sashimi } from './sashimi.ts';
import { serum } from './serum.ts';
import { spectacles } from './spectacles.ts';
import { strawberries } from './strawberries.ts';
import { towels } from './towels.ts';
import { tteokbokki } from './tteokbokki.ts';
import { tube } from './tube.ts';
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
} satisfies Record<PropName, (place: PropPlacement) => Prop>;

export const propOf = (name: PropName, place: PropPlacement): Prop => PROPS[name](place);
