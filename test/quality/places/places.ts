import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseRequest } from '../../../src/ad/parse/parse-request.ts';
import type { Place } from '../../../src/ad/place.ts';
import type { AdResult } from '../../../src/ad/result.ts';
import { loadConfig } from '../../../src/app/config/config.ts';
import { PROJECT_ROOT } from '../../../src/app/config/project-root.ts';
import { type App, openApp } from '../../../src/app/open-app.ts';
import { pagedRequests } from '../../../src/workflow/plans/paged-requests.ts';
import { ownCheck } from './own-check.ts';

/** Requests of unlike length, in both languages, and the photo that each may come with. */
const REQUESTS: readonly { readonly text: string; readonly photo: string; readonly qr?: string }[] = [
  { text: '카페 신메뉴 딸기라떼 6,500원, 이번 주말 1+1, 평일 제외', photo: 'strawberry-latte.jpg' },
  {
    text: '동네빵집 소보로빵 2,500원, 매일 아침 8시에 구워요, 월요일 휴무, 02-555-0142',
    photo: 'soboro-bread.jpg',
    qr: 'https://example.com/bread',
  },
  {
    text: 'Hand cream made with shea butter, 30% off until Friday, 12 Main Street, call 555-0142',
    photo: 'hand-cream.jpg',
  },
  { text: '네일샵 첫 방문 30% 할인 (주말 제외), 예약 필수', photo: 'hand-cream.jpg' },
  {
    text: '학원 겨울방학 특강 모집, 선착순 12명, 12월 20일까지 접수, 문의 010-0000-0000',
    photo: 'soboro-bread.jpg',
  },
  { text: 'Grand opening of Northside Running', photo: 'strawberry-latte.jpg' },
];

/**
 * Makes ads for every place and holds each file against the place's rules, by the product's own judge and by a check that
 * shares no code with it. Fails where one is broken.
 *
 * Options: `--places a,b` (all), `--requests 6`, `--photos both|with|without`, `--out DIR` to keep the files.
 */
export async function placesQuality(log: (line: string) => void, options: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...options],
    options: {
      places: { type: 'string' },
      requests: { type: 'string', default: String(REQUESTS.length) },
      photos: { type: 'string', default: 'both' },
      out: { type: 'string' },
    },
  });
  const folder = await mkdtemp(join(tmpdir(), 'quality-places-'));
  const pictures = values.out ?? join(folder, 'pictures');
  const app = await openApp(loadConfig({ DATA_DIR: join(folder, 'data') }), { pictures });
  try {
    const named = values.places?.split(',') ?? app.presets.places.rows.map(({ key }) => key);
    const asked = REQUESTS.slice(0, Number(values.requests));
    const withPhoto =
      values.photos === 'with' ? [true] : values.photos === 'without' ? [false] : [true, false];
    let wrong = 0;
    let made = 0;
    for (const [index, { text, photo, qr }] of asked.entries()) {
      for (const photos of withPhoto) {
        const kept = photos ? [await accepted(app, photo)] : [];
        const request = parseRequest(
          { text, photos: kept, seed: 7 + index, ...(qr === undefined ? {} : { parts: { qr } }) },
          app.presets.requestRules,
        );
        const { requestRules } = app.presets;
        for (const at of await pagedRequests(app.maker, request, { places: named }, requestRules)) {
          const place = app.presets.requestRules.place(at.place ?? '');
          const began = performance.now();
          const ad = await app.maker.make(at);
          const took = Math.round(performance.now() - began);
          const found = await faultsOf(ad, place);
          made++;
          if (found.length > 0) wrong++;
          const { design } = ad.recipe.decided;
          const name = `${index + 1}${photos ? ' photo' : ''} ${place.key}`;
          log(
            `${name.padEnd(30)} ${(design?.family ?? 'scene').padEnd(16)} ${took} ms ${ad.image.path.split('/').at(-1)} ${found.join('; ')}`,
          );
        }
      }
    }
    log(`${wrong} of ${made} files break a rule`);
    if (wrong > 0) process.exitCode = 1;
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const accepted = async (app: App, name: string) =>
  app.photos.accept({ bytes: await readFile(join(PROJECT_ROOT, 'samples', name)), name });

/** What the product says that the place may refuse, and what is found besides. */
async function faultsOf(ad: AdResult, place: Place): Promise<readonly string[]> {
  const told = ad.warnings.flatMap(({ en }) => (/may refuse/.test(en) ? [en] : []));
  const { design } = ad.recipe.decided;
  const [qr] = (design?.parts ?? []).flatMap(({ part }) => (part.kind === 'qr' ? [part.content] : []));
  return [...told, ...(await ownCheck(await readFile(ad.image.path), place, qr))];
}
