import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { PROJECT_ROOT } from '../../../src/app/config/project-root.ts';
import { faces } from '../../faces.ts';

const TEXTS = [
  '카페 신메뉴 딸기라떼, 따뜻하고 아늑한 분위기',
  '동네 빵집 소금빵 2,500원, 매일 아침 8시에 구워요',
  '꽃집 어버이날 카네이션 예약 20% 할인',
  'Yoga studio, first month half price, mornings only',
  '수제 비누 출시, 순한 라벤더 향',
  '치킨집 불금 세트 19,900원 배달 무료',
  '미용실 여름 펌 이벤트 10만원, 월요일 휴무',
  'Handmade candles, cinnamon and orange, buy two get one free',
  '헬스장 회원 모집, 3개월 등록하면 1개월 무료',
  '안경원 누진다초점 렌즈 30% 할인',
  '열쇠 출장 24시간, 010-1234-5678',
  'Bookshop reading night on Friday at 7 pm',
] as const;

const FORMATS = ['1:1', '4:5', '9:16', '16:9', '1.91:1'] as const;
const STYLES = ['realistic', 'semi-realistic', 'illustration', 'anime'] as const;

/** Where photos for trials lie beside a checkout; the samples where they are not there. */
const PHOTO_FOLDERS = ['../shared/photos/products', 'samples'];

/** Something that somebody types. */
export interface TypedLine {
  /** `#` stands for the number of the latest message. */
  readonly text: string;
  /** It is about an ad that is there: typed once all that was asked for is done. */
  readonly patient?: boolean;
}

/**
 * What people type, without end: ads of words, of one to four photos, restyled, in every format, style and face, with a
 * logo, several at once; variants of what is there; orders that are refused, that fail and that are cancelled.
 */
export async function* soakLines(folder: string): AsyncGenerator<TypedLine> {
  const photos = new Photos(folder, await photoFiles());
  const logo = join(folder, 'logo.png');
  await writeFile(logo, await sharp(Buffer.from(LOGO)).png().toBuffer());
  const garbage = join(folder, 'garbage.jpg');
  await writeFile(garbage, Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(4096, 7)]));
  for (let n = 0; ; n++) {
    const face = faces[n % faces.length]?.name;
    yield {
      text: `/ad brand --font "${face}" --name "가게 ${n % 7}"${n % 2 === 0 ? ` --logo ${logo}` : ''}`,
    };
    yield* orders(n, photos);
    yield { text: '/ad brand --clear' };
    // Given up as soon as it is begun, or while it still waits.
    yield { text: `${textOf(n + 5)} --photo ${await photos.fresh()}` };
    yield { text: ':x:' };
    yield { text: `${textOf(n)} --photo ${await photos.cutShort()}` };
    yield { text: `${textOf(n)} --photo ${garbage}` };
    yield { text: `${textOf(n)} --ratio nonsense` };
    for (const text of ['/ad queue', '/ad history', ':bulb:']) yield { text };
    if (n % 5 === 0) yield { text: ':triangular_ruler:', patient: true };
  }
}

async function* orders(n: number, photos: Photos): AsyncGenerator<TypedLine> {
  const looks = (k: number): string =>
    `--ratio ${FORMATS[k % FORMATS.length]} --style ${STYLES[k % STYLES.length]}`;
  yield { text: `${textOf(n)} ${looks(n)}` };
  yield { text: `${textOf(n + 1)} --photo ${await photos.fresh()} ${looks(n + 1)}` };
  yield { text: `${textOf(n + 2)} --variants ${2 + (n % 3)} ${looks(n + 2)}` };
  yield { text: ':repeat:', patient: true };
  yield {
    text: `${textOf(n + 3)} --photo ${await photos.fresh()} --use restyle --strength 0.${3 + (n % 7)}`,
  };
  const several = await Promise.all(Array.from({ length: 2 + (n % 3) }, () => photos.fresh()));
  yield { text: `${textOf(n + 4)} ${several.map((photo) => `--photo ${photo}`).join(' ')} ${looks(n + 3)}` };
  for (const text of [':art:', `# words "새 제목 ${n}"`, ':abcd:', ':one:']) yield { text, patient: true };
}

const textOf = (n: number): string => TEXTS[n % TEXTS.length] ?? '';

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="160"><rect width="160" height="160" rx="40" fill="#e8486f"/><circle cx="280" cy="80" r="60" fill="#2a2a2a"/></svg>';

/** Photos of products, none of which the bot has seen before: each a shade lighter than the file that it is made of. */
class Photos {
  readonly #folder: string;
  readonly #files: readonly string[];
  #count = 0;

  constructor(folder: string, files: readonly string[]) {
    this.#folder = join(folder, 'photos');
    this.#files = files;
  }

  async fresh(): Promise<string> {
    const n = this.#count++;
    await mkdir(this.#folder, { recursive: true });
    const file = join(this.#folder, `photo-${n}.jpg`);
    const source = this.#files[n % this.#files.length] ?? '';
    await sharp(source)
      .modulate({ brightness: 1 + n / 10_000 })
      .jpeg({ quality: 92 })
      .toFile(file);
    return file;
  }

  /** A photo of which the second half has not arrived. */
  async cutShort(): Promise<string> {
    const file = await this.fresh();
    const bytes = await readFile(file);
    await writeFile(file, bytes.subarray(0, bytes.length / 2));
    return file;
  }
}

async function photoFiles(): Promise<readonly string[]> {
  for (const name of PHOTO_FOLDERS) {
    const folder = join(PROJECT_ROOT, name);
    const files = (await readdir(folder).catch(() => [])).filter((file) => /\.(jpe?g|webp|png)$/.test(file));
    const photos = files.filter((file) => !/-ad\.|-reply\./.test(file)).sort();
    if (photos.length > 0) return photos.map((file) => join(folder, file));
  }
  throw new Error('There are no photos to make ads of');
}
