import { MAX_QR_BYTES } from '../src/ad/design-part.ts';
import { checkPictures, placeNames } from '../src/ad/parse/at-places.ts';
import { MENU_TEXT } from '../src/ad/parse/parse-menu.ts';
import { parseMotion } from '../src/ad/parse/parse-motion.ts';
import { parsePages } from '../src/ad/parse/parse-pages.ts';
import { isNone } from '../src/ad/parse/parse-parts.ts';
import { parseRequest, variantsOf } from '../src/ad/parse/parse-request.ts';
import { MAX_PHOTOS, MAX_PICTURES, REQUEST_RANGES, TEXT_LIMITS } from '../src/ad/parse/request-limits.ts';
import { requestInput } from '../src/ad/parse/request-options.ts';
import { defined } from '../src/collections/defined.ts';
import { defineCommand } from '../src/conversation/command/define-command.ts';
import { brandOf, rulesOf } from '../src/conversation/command/shop-defaults.ts';

export const make = defineCommand({
  name: 'make',
  order: 1,
  ko: '만들기',
  description: {
    ko: '설명과 사진으로 광고를 만들어요',
    en: 'Make an ad from a description, with or without photos',
  },
  audience: 'everyone',
  options: {
    text: {
      kind: 'text',
      ko: '설명',
      description: {
        ko: '무엇을 알릴까요? 예: 카페 신메뉴 딸기라떼, 따뜻하고 아늑한 분위기',
        en: 'What is the ad for? e.g. cafe, new strawberry latte, warm and cosy',
      },
      max: TEXT_LIMITS.text,
      multiline: true,
      required: true,
    },
    photo: {
      kind: 'photos',
      ko: '사진',
      description: { ko: '제품 사진 (4장까지)', en: 'Product photos (up to 4)' },
      max: MAX_PHOTOS,
    },
    use: {
      kind: 'choice',
      ko: '사진쓰임',
      description: { ko: '사진을 어떻게 쓸까요?', en: 'How should the photos be used?' },
      choices: [
        {
          value: 'composite',
          title: { ko: '제품만 오려 새 배경에', en: 'Product cut out, on a new background' },
        },
        { value: 'restyle', title: { ko: '사진 전체를 새 스타일로', en: 'Whole photo in a new style' } },
      ],
    },
    strength: {
      kind: 'number',
      ko: '강도',
      description: {
        ko: '새 스타일로 바꾸는 정도 (0.05~1, 보통 0.6)',
        en: 'How strongly to restyle the photo (0.05–1, default 0.6)',
      },
      ...REQUEST_RANGES.strength,
      integer: false,
    },
    headline: {
      kind: 'text',
      ko: '제목',
      description: {
        ko: '큰 글자 (안 쓰면 설명에서 가져와요)',
        en: 'Main line of text (taken from your words if left empty)',
      },
      max: TEXT_LIMITS.headline,
    },
    sub: {
      kind: 'text',
      ko: '부제',
      description: { ko: '제목 아래 글', en: 'Line below the headline' },
      max: TEXT_LIMITS.sub,
    },
    badge: {
      kind: 'text',
      ko: '배지',
      description: { ko: '혜택 한마디. 예: 30% 할인', en: 'The offer, e.g. 30% off' },
      max: TEXT_LIMITS.badge,
    },
    price: {
      kind: 'text',
      ko: '가격',
      description: { ko: '예: 5,500원', en: 'e.g. 5,500 won' },
      max: TEXT_LIMITS.price,
    },
    cta: {
      kind: 'text',
      ko: '버튼글',
      description: { ko: '예: 지금 주문하기', en: 'Call to action, e.g. Order now' },
      max: TEXT_LIMITS.cta,
    },
    details: {
      kind: 'text',
      ko: '안내',
      description: {
        ko: '시간, 위치, 전화 같은 안내 (한 줄에 하나)',
        en: 'Hours, place, phone and so on, one per line',
      },
      max: TEXT_LIMITS.details,
      multiline: true,
    },
    qr: {
      kind: 'text',
      ko: '큐알',
      description: {
        ko: 'QR 코드에 넣을 링크나 글 (없음: 브랜드의 것도 넣지 않기)',
        en: "Link or text for a QR code (none: not even the brand's)",
      },
      max: MAX_QR_BYTES,
    },
    menu: {
      kind: 'text',
      ko: '메뉴',
      description: {
        ko: '메뉴와 가격, 한 줄에 “이름 가격”',
        en: 'Menu with prices, one “name price” per line',
      },
      max: MENU_TEXT,
      multiline: true,
    },
    lettering: {
      kind: 'flag',
      ko: '글자',
      description: { ko: '글자를 넣을까요? (보통 넣어요)', en: 'Add text to the picture? (default: yes)' },
    },
    industry: {
      kind: 'name',
      ko: '업종',
      description: { ko: '어떤 가게인가요?', en: 'What kind of shop?' },
      list: (vocabulary) => vocabulary.industries,
    },
    style: {
      kind: 'name',
      ko: '스타일',
      description: { ko: '그림의 느낌', en: 'Style of the picture' },
      list: (vocabulary) => vocabulary.styles,
    },
    design: {
      kind: 'name',
      ko: '디자인',
      description: {
        ko: '디자인 틀 (보통 알아서 골라요. 장면: 배경 장면 위에)',
        en: 'Design (default: chosen for you; scene: words on a scene)',
      },
      list: (vocabulary) => vocabulary.designs,
    },
    ratio: {
      kind: 'name',
      ko: '비율',
      description: {
        ko: '모양 (보통 1:1, 사진을 바꿀 때는 사진처럼)',
        en: 'Aspect ratio (default 1:1; a restyled photo keeps its own)',
      },
      list: (vocabulary) => vocabulary.formats,
    },
    place: {
      kind: 'name',
      ko: '올릴곳',
      description: {
        ko: '올릴 곳에 맞춘 파일 (여러 곳은 쉼표로: 인스타 스토리, 카톡 메시지)',
        en: 'A file for where it goes (several with commas: instagram story, mms)',
      },
      list: (vocabulary) => vocabulary.places,
    },
    pages: {
      kind: 'text',
      ko: '쪽수',
      description: {
        ko: '여러 장 한 벌: 표지, 제품마다 한 장, 가격, 오시는 길 (2~10, 자동)',
        en: 'Several pages as a set: cover, each product, prices, how to come (2–10, auto)',
      },
      max: 8,
    },
    motion: {
      kind: 'name',
      ko: '움직임',
      description: {
        ko: '움직이는 광고도 (알아서, 잔잔하게, 경쾌하게. 파일도: gif, mp4. 없음: 멈춘 그림만)',
        en: 'Make it move, too (auto, calm, lively; a file as well: gif, mp4; none: not at all)',
      },
      list: (vocabulary) => vocabulary.motions,
    },
    variants: {
      kind: 'number',
      ko: '장수',
      description: { ko: '몇 장을 만들까요? (1~4)', en: 'How many pictures? (1–4)' },
      ...REQUEST_RANGES.variants,
    },
    language: {
      kind: 'choice',
      ko: '언어',
      description: { ko: '광고에 쓸 말', en: 'Language of the ad' },
      choices: [
        { value: 'ko', title: { ko: '한국어', en: 'Korean' } },
        { value: 'en', title: { ko: '영어', en: 'English' } },
      ],
    },
  },
  async run({ design, place, pages, motion, ...values }, { jobs, vocabulary, settings, pagesOf }) {
    const shop = await settings.get();
    const defaults = defined({
      industry: shop.industry,
      style: shop.style,
      family: shop.design,
      brand: brandOf(shop),
    });
    const request = parseRequest(
      requestInput({
        ...defaults,
        ...defined({ ...values, family: design, parts: partsOf(values) }),
        ...parseMotion(motion),
        text: values.text,
      }),
      rulesOf(shop, vocabulary.requestRules),
    );
    const asked = pages === undefined ? undefined : parsePages(pages, 'pages');
    const places = place === undefined ? [] : placeNames(place);
    const sets = await Promise.all(
      variantsOf(request, values.variants ?? 1).map((variant) =>
        pagesOf(variant, { places, ...defined({ pages: asked }) }),
      ),
    );
    const requests = sets.flat();
    checkPictures(requests.length, MAX_PICTURES);
    const variants = requests.map((each) => ({ request: each }));
    return { kind: 'job', job: await jobs.submit({ variants }) };
  },
});

/** The parts that were asked for; undefined for none, so that the brand's hold. */
function partsOf({ qr, menu }: { readonly qr?: string | undefined; readonly menu?: string | undefined }) {
  if (qr === undefined && menu === undefined) return undefined;
  return defined({ qr: qr === undefined ? undefined : isNone(qr) ? (false as const) : qr, menu });
}
