import { type DesignLayer, type HeroSource, MADE } from '../ad/design.ts';
import type { LocalizedText } from '../ad/locale.ts';
import type { PrintSheet } from '../ad/place.ts';
import { pixelsPerMm } from '../ad/place.ts';
import type { AdContent } from '../layered/ad-content.ts';

/** Share of a press's resolution below which a picture is seen to be soft. */
const SOFT = 0.6;

const MM_PER_INCH = 25.4;

/** One picture of a sheet and how fine it is there. */
interface Resolution {
  readonly what: 'product' | 'photo' | 'icon' | 'picture';
  /** Pixels an inch. */
  readonly dpi: number;
  /** Pixels of its longer side. */
  readonly side: number;
}

/** What is to be told of pictures that are too small for a sheet: the coarsest, and what would be enough. */
export function explainResolution(content: AdContent, sheet: PrintSheet): readonly LocalizedText[] {
  const coarsest = resolutions(content, sheet).toSorted((a, b) => a.dpi - b.dpi)[0];
  if (coarsest === undefined || coarsest.dpi >= SOFT * sheet.dpi) return [];
  const { what, side } = coarsest;
  const dpi = Math.round(coarsest.dpi);
  const enough = Math.ceil((side * sheet.dpi) / coarsest.dpi / 100) * 100;
  const { ko, en, needs } = WHAT[what];
  const pixels = enough.toLocaleString('en');
  return [
    {
      ko: `${ko} 이 크기에서 ${dpi} dpi라 조금 부드럽게 인쇄돼요. ${sheet.dpi} dpi로 또렷하게 하려면 ${needs.ko} ${pixels}픽셀인 사진이 필요해요. 글자와 QR 코드는 크기와 상관없이 또렷해요.`,
      en: `${en} ${dpi} dpi at this size, so it prints a little soft: ${sheet.dpi} dpi would take a photo ${needs.en} ${pixels} pixels on its longer side. Text and QR code are sharp at any size.`,
    },
  ];
}

const WHAT: {
  readonly [what in Resolution['what']]: LocalizedText & { readonly needs: LocalizedText };
} = {
  product: {
    ko: '제품 사진이',
    en: 'The product has',
    needs: { ko: '제품이 긴 쪽으로', en: 'in which the product has' },
  },
  photo: { ko: '사진이', en: 'The photo has', needs: { ko: '긴 쪽이', en: 'of' } },
  icon: { ko: '3D 그림이', en: 'The 3D icon has', needs: { ko: '긴 쪽이', en: 'of' } },
  picture: { ko: '배경 그림이', en: 'The picture has', needs: { ko: '긴 쪽이', en: 'of' } },
};

function resolutions({ ground, size }: AdContent, sheet: PrintSheet): readonly Resolution[] {
  const perInch = pixelsPerMm(size, sheet) * MM_PER_INCH;
  if (ground.kind === 'picture') {
    const { width, height } = ground.image;
    return [{ what: 'picture', dpi: (width / size.width) * perInch, side: Math.max(width, height) }];
  }
  const { layout, pictures } = ground;
  const imageOf = (source: HeroSource) =>
    pictures.heroes.find(({ source: other }) => JSON.stringify(other) === JSON.stringify(source))?.image;
  return layout.layers.flatMap((layer: DesignLayer): readonly Resolution[] => {
    if (layer.kind === 'picture') {
      const image = pictures.photos.find(({ photo }) => photo === layer.photo)?.image;
      const side = image === undefined ? 0 : Math.max(image.width, image.height);
      const dpi = (layer.part.width / layer.box.width) * perInch;
      return [{ what: layer.photo === MADE ? 'picture' : 'photo', dpi, side }];
    }
    if (layer.kind !== 'hero' && layer.kind !== 'pattern') return [];
    return (layer.kind === 'hero' ? [layer.source] : layer.sources).flatMap((source) => {
      const image = imageOf(source);
      if (image === undefined) return [];
      const side = Math.max(image.width, image.height);
      const shown = layer.kind === 'hero' ? Math.max(layer.box.width, layer.box.height) : layer.size;
      const what = source.kind === 'photo' ? 'product' : 'icon';
      return [{ what, dpi: (side / shown) * perInch, side } as const];
    });
  });
}
