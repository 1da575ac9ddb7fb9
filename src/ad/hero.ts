/**
 * What stands in the picture: the person's photo, a model of the studio's own (`id` = its prop's name), a 3D icon (`id` =
 * code points in hex, '1f353'; several where the product is several), or lettering alone.
 */
export type Hero =
  | { readonly kind: 'photo' }
  | { readonly kind: 'model'; readonly id: string }
  | { readonly kind: 'icon'; readonly ids: readonly string[] }
  | { readonly kind: 'type' };
