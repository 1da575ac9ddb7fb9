import type { RequestRules } from '../../ad/parse/request-rules.ts';
import type { Brand } from '../../ad/request.ts';
import { defined } from '../../collections/defined.ts';
import type { ShopSettings } from './workspace-settings.ts';

/** Where the shop's ads go, or their shape, unless a request says otherwise. A place that there is no longer is none. */
export function rulesOf({ place, format }: ShopSettings, rules: RequestRules): RequestRules {
  const { defaultPlace, ...others } = rules;
  const usual = place === undefined ? undefined : rules.findPlace?.(place);
  if (usual !== undefined) return { ...others, defaultPlace: usual };
  return format === undefined ? rules : { ...others, defaultFormat: rules.format(format) };
}

/** What stands on each of the shop's ads; undefined where nothing is set. */
export function brandOf({ shopName, logo, colours, face, qr }: ShopSettings): Brand | undefined {
  const brand: Brand = defined({
    shopName,
    logo:
      logo === undefined ? undefined : { sha256: logo.sha256, ...defined({ name: logo.name || undefined }) },
    colours,
    face,
    qr,
  });
  return Object.keys(brand).length === 0 ? undefined : brand;
}
