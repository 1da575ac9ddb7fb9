import type { CopySlot } from '../ad/copy.ts';
import type { DesignLayer } from '../ad/design.ts';
import type { LocalizedText } from '../ad/locale.ts';

/** What layers are called where somebody goes on working on an ad. */
export const SLOT_TITLES: { readonly [slot in CopySlot]: LocalizedText } = {
  headline: { ko: '제목', en: 'headline' },
  sub: { ko: '부제', en: 'sub' },
  badge: { ko: '배지', en: 'badge' },
  price: { ko: '가격', en: 'price' },
  cta: { ko: '버튼', en: 'button' },
  details: { ko: '안내', en: 'details' },
};

export const PART_TITLES = {
  ground: { ko: '배경', en: 'ground' },
  picture: { ko: '그림', en: 'picture' },
  qr: { ko: 'QR 코드', en: 'QR code' },
  menu: { ko: '메뉴', en: 'menu' },
  logo: { ko: '로고', en: 'logo' },
  notice: { ko: 'AI 표시', en: 'AI notice' },
  shadow: { ko: '글 그림자', en: 'text shadow' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

const shape = { ko: '도형', en: 'shape' };

export const LAYER_TITLES: { readonly [kind in DesignLayer['kind']]: LocalizedText } = {
  box: shape,
  disc: shape,
  arch: shape,
  blob: shape,
  burst: { ko: '별 모양', en: 'burst' },
  frame: { ko: '테두리', en: 'frame' },
  ring: { ko: '고리', en: 'ring' },
  rays: { ko: '빛살', en: 'rays' },
  dots: { ko: '점무늬', en: 'dots' },
  stripes: { ko: '줄무늬', en: 'stripes' },
  ticket: { ko: '쿠폰', en: 'ticket' },
  scrim: { ko: '그늘', en: 'scrim' },
  picture: { ko: '사진', en: 'picture' },
  hero: { ko: '제품', en: 'product' },
  pattern: { ko: '무늬', en: 'pattern' },
};
