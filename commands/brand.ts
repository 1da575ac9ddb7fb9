import { MAX_QR_BYTES } from '../src/ad/design-part.ts';
import type { Locale } from '../src/ad/locale.ts';
import { isNone, parseQr } from '../src/ad/parse/parse-parts.ts';
import type { HexColour } from '../src/ad/scene.ts';
import { defined } from '../src/collections/defined.ts';
import { defineCommand } from '../src/conversation/command/define-command.ts';
import { requireAdmin } from '../src/conversation/command/permissions.ts';
import { textReply } from '../src/conversation/command/text-reply.ts';
import type { ShopSettings } from '../src/conversation/command/workspace-settings.ts';
import { UserError } from '../src/errors/user-error.ts';
import type { Reply } from '../src/jobs/delivery/reply.ts';

export const brand = defineCommand({
  name: 'brand',
  order: 5,
  ko: '브랜드',
  description: {
    ko: '이 서버의 가게 이름, 로고, 색, 글꼴과 기본값을 정해요',
    en: "Set this server's shop name, logo, colours, font and defaults",
  },
  audience: 'asker',
  options: {
    name: {
      kind: 'text',
      ko: '이름',
      description: { ko: '가게 이름', en: "The shop's name" },
      max: 40,
    },
    logo: {
      kind: 'photos',
      ko: '로고',
      description: { ko: '배경이 투명한 PNG가 좋아요', en: 'A PNG with a transparent background works best' },
      max: 1,
    },
    colours: {
      kind: 'text',
      ko: '색',
      description: {
        ko: '가장 중요한 색부터 (예: #e8486f #fff5ee)',
        en: 'Most important first, e.g. #e8486f #fff5ee',
      },
      max: 60,
    },
    font: {
      kind: 'name',
      ko: '글꼴',
      description: { ko: '글자의 글꼴', en: 'Font for the text' },
      list: (vocabulary) => vocabulary.faces,
    },
    qr: {
      kind: 'text',
      ko: '큐알',
      description: {
        ko: '모든 광고에 넣을 QR 코드의 링크 (없음: 넣지 않기)',
        en: 'Link for a QR code in every ad (none: remove it)',
      },
      max: MAX_QR_BYTES,
    },
    industry: {
      kind: 'name',
      ko: '업종',
      description: { ko: '기본 업종', en: 'Default kind of shop' },
      list: (vocabulary) => vocabulary.industries,
    },
    style: {
      kind: 'name',
      ko: '스타일',
      description: { ko: '기본 스타일', en: 'Default style' },
      list: (vocabulary) => vocabulary.styles,
    },
    design: {
      kind: 'name',
      ko: '디자인',
      description: {
        ko: '기본 디자인 틀 (auto: 알아서, scene: 배경 장면)',
        en: 'Default design (auto: chosen for each ad, scene: words on a scene)',
      },
      list: (vocabulary) => vocabulary.designs,
    },
    ratio: {
      kind: 'name',
      ko: '비율',
      description: { ko: '기본 비율', en: 'Default aspect ratio' },
      list: (vocabulary) => vocabulary.formats,
    },
    place: {
      kind: 'name',
      ko: '올릴곳',
      description: {
        ko: '따로 말하지 않으면 광고를 올릴 곳 (없음: 정하지 않기)',
        en: 'Where ads go unless one says otherwise (none: nowhere in particular)',
      },
      list: (vocabulary) => vocabulary.places,
    },
    clear: {
      kind: 'flag',
      ko: '지우기',
      description: { ko: '모두 지워요', en: 'Clear all settings' },
    },
  },
  async run({ clear, ...given }, { settings, vocabulary, member }) {
    const { locale } = member;
    const before = await settings.get();
    const changes = Object.values(given).some((value) => value !== undefined) || clear === true;
    if (!changes) return { kind: 'reply', reply: settingsReply(before, locale) };
    requireAdmin(member);
    const rules = vocabulary.requestRules;
    // It stands on every ad.
    if (given.name !== undefined) rules.checkContent(given.name);
    const { name, logo, colours, font, qr, industry, style, design, ratio, place } = given;
    const { qr: linked, format, place: usual, ...others } = clear === true ? {} : before;
    const link = qr === undefined ? linked : isNone(qr) ? undefined : parseQr(qr);
    if (link !== undefined) rules.checkContent(link);
    const after: ShopSettings = {
      ...others,
      ...defined({
        shopName: name,
        logo: logo?.[0] === undefined ? undefined : logo[0],
        colours: colours === undefined ? undefined : readColours(colours),
        qr: link,
        face: font === undefined ? undefined : readFace(font, vocabulary.faces),
        industry: industry === undefined ? undefined : rules.industry(industry),
        style: style === undefined ? undefined : rules.style(style),
        design: design === undefined ? undefined : rules.family(design),
        // A place has a shape of its own: whichever was said last holds.
        ...(place === undefined
          ? ratio === undefined
            ? { format, place: usual }
            : { format: rules.format(ratio) }
          : { place: isNone(place) ? undefined : rules.place(place).key }),
      }),
    };
    await settings.set(after);
    return { kind: 'reply', reply: settingsReply(after, locale) };
  },
});

function readColours(text: string): HexColour[] {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((word): HexColour => {
      const hex = /^#?([0-9a-f]{6})$/i.exec(word)?.[1];
      if (hex === undefined) {
        throw new UserError('option-value', { option: 'colours', value: word, expected: '#e8486f' });
      }
      return `#${hex.toLowerCase()}`;
    });
}

function readFace(text: string, faces: readonly string[]): string {
  const found = faces.find((face) => face.toLowerCase() === text.trim().toLowerCase());
  if (found === undefined) {
    throw new UserError('option-value', { option: 'font', value: text, expected: faces.join(', ') });
  }
  return found;
}

function settingsReply(settings: ShopSettings, locale: Locale): Reply {
  const rows = [
    [{ ko: '가게 이름', en: 'Shop' }, settings.shopName],
    [{ ko: '로고', en: 'Logo' }, settings.logo && (settings.logo.name ?? settings.logo.sha256.slice(0, 12))],
    [{ ko: '색', en: 'Colours' }, settings.colours?.join(' ')],
    [{ ko: '글꼴', en: 'Font' }, settings.face],
    [{ ko: 'QR 코드', en: 'QR code' }, settings.qr],
    [{ ko: '업종', en: 'Industry' }, settings.industry],
    [{ ko: '스타일', en: 'Style' }, settings.style],
    [{ ko: '디자인', en: 'Design' }, settings.design],
    [{ ko: '비율', en: 'Ratio' }, settings.format],
    [{ ko: '올릴 곳', en: 'Goes to' }, settings.place],
  ] as const;
  const facts = rows.flatMap(([name, value]) => (value === undefined ? [] : [{ name: name[locale], value }]));
  const title =
    facts.length === 0
      ? {
          ko: '정해 둔 것이 없어요. 이름, 로고, 색을 정하면 모든 광고에 쓰여요.',
          en: 'Nothing is set yet. Set a name, logo and colours to use them in every ad.',
        }
      : { ko: '이 서버의 모든 광고에 이렇게 쓰여요.', en: 'Every ad made here uses these settings.' };
  return textReply(locale, title[locale], { facts });
}
