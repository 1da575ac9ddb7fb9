// Written by the build (index-files.mjs): everything that is defined beside it.
import { ade } from './ade.ts';
import { americano } from './americano.ts';
import { apples } from './apples.ts';
import { bag } from './bag.ts';
import { beer } from './beer.ts';
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
import { bouquet } from './flowers.ts';
import { chicken } from './fried-chicken.ts';
import { gift } from './gift.ts';
import { jar } from './jar.ts';
import { jewel } from './jewel.ts';
import { kettlebell } from './kettlebell.ts';
import { latte } from './latte.ts';
import { lipstick } from './lipstick.ts';
import { macarons } from './macarons.ts';
import { matchaLatte } from './matcha-latte.ts';
import { noodles } from './noodles.ts';
import { perfume } from './perfume.ts';
import { petBowl } from './pet-bowl.ts';
import { phone } from './phone.ts';
import { pillBottle } from './pill-bottle.ts';
import { porkBelly } from './pork-belly.ts';
import { pottedPlant } from './potted-plant.ts';
import { sashimi } from './sashimi.ts';
import { serum } from './serum.ts';
import { spectacles } from './spectacles.ts';
import { strawberries } from './strawberries.ts';
import { strawberryLatte } from './strawberry-latte.ts';
import { towels } from './towels.ts';
import { tteokbokki } from './tteokbokki.ts';
import { tube } from './tube.ts';
import { wine } from './wine.ts';
import { yogaMat } from './yoga-mat.ts';

export const props = [
  ade,
  americano,
  apples,
  bag,
  beer,
  bibimbap,
  books,
  bottle,
  bread,
  cake,
  camera,
  candle,
  oranges,
  cream,
  coffee,
  donut,
  bouquet,
  chicken,
  gift,
  jar,
  jewel,
  kettlebell,
  latte,
  lipstick,
  macarons,
  matchaLatte,
  noodles,
  perfume,
  petBowl,
  phone,
  pillBottle,
  porkBelly,
  pottedPlant,
  sashimi,
  serum,
  spectacles,
  strawberries,
  strawberryLatte,
  towels,
  tteokbokki,
  tube,
  wine,
  yogaMat,
];

declare module '../../ad/scene.ts' {
  interface StudioNames {
    readonly prop:
      | 'ade'
      | 'americano'
      | 'apples'
      | 'bag'
      | 'beer'
      | 'bibimbap'
      | 'books'
      | 'bottle'
      | 'bread'
      | 'cake'
      | 'camera'
      | 'candle'
      | 'oranges'
      | 'cream'
      | 'coffee'
      | 'donut'
      | 'bouquet'
      | 'chicken'
      | 'gift'
      | 'jar'
      | 'jewel'
      | 'kettlebell'
      | 'latte'
      | 'lipstick'
      | 'macarons'
      | 'matcha-latte'
      | 'noodles'
      | 'perfume'
      | 'pet-bowl'
      | 'phone'
      | 'pill-bottle'
      | 'pork-belly'
      | 'potted-plant'
      | 'sashimi'
      | 'serum'
      | 'spectacles'
      | 'strawberries'
      | 'strawberry-latte'
      | 'towels'
      | 'tteokbokki'
      | 'tube'
      | 'wine'
      | 'yoga-mat';
  }
}
