/**
 * The 3D icon that shows what a model of the studio's shows, by the prop's name: a design sets things free of any scene, and
 * the models are lit for theirs. Code points in hex.
 */
const ICONS: Readonly<Record<string, string>> = {
  americano: '2615',
  apples: '1f34e',
  bag: '1f45c',
  beans: '2615',
  beer: '1f37a',
  bibimbap: '1f35a',
  books: '1f4da',
  bouquet: '1f490',
  bread: '1f35e',
  cake: '1f382',
  camera: '1f4f7',
  candle: '1f56f',
  citrus: '1f34a',
  cup: '2615',
  donut: '1f369',
  flowers: '1f490',
  'fried-chicken': '1f357',
  chicken: '1f357',
  gift: '1f381',
  'iced-glass': '1f964',
  ade: '1f379',
  jar: '1fad9',
  jewel: '1f48d',
  latte: '2615',
  lipstick: '1f484',
  macarons: '1f36a',
  'matcha-latte': '1f375',
  noodles: '1f35c',
  'pet-bowl': '1f436',
  phone: '1f4f1',
  'pill-bottle': '1f48a',
  'pork-belly': '1f969',
  'potted-plant': '1fab4',
  sashimi: '1f363',
  serum: '1f9f4',
  cream: '1f9f4',
  tube: '1f9f4',
  spectacles: '1f453',
  strawberries: '1f353',
  wine: '1f377',
  kettlebell: '1f3cb',
  'yoga-mat': '1f9d8',
};

/** The icon for a model; undefined where none shows the same. */
export const iconOfModel = (prop: string): string | undefined =>
  Object.hasOwn(ICONS, prop) ? ICONS[prop] : undefined;
