/** Of libheif for JavaScript (libheif-js 1.23) what is used here: handles and pictures are its own, and freed by hand. */
declare module 'libheif-js/libheif-wasm/libheif.js' {
  type Opaque<Name extends string> = object & { readonly [Symbol.toStringTag]: Name };
  type Context = Opaque<'context'>;
  type Handle = Opaque<'handle'>;
  type Picture = Opaque<'picture'>;

  interface Failure {
    /** `Ok` where nothing is wrong. */
    readonly code: object;
    readonly message: string;
  }

  interface Decoded {
    readonly image: Picture;
    readonly channels: readonly {
      readonly width: number;
      readonly height: number;
      /** Bytes from one row to the next. */
      readonly stride: number;
      /** A view of the module's memory: good until the picture is released. */
      readonly data: Uint8Array;
    }[];
  }

  interface Libheif {
    readonly heif_error_code: { readonly heif_error_Ok: object };
    readonly heif_colorspace: { readonly heif_colorspace_RGB: object };
    readonly heif_chroma: {
      readonly heif_chroma_interleaved_RGB: object;
      readonly heif_chroma_interleaved_RGBA: object;
    };
    heif_context_alloc(): Context;
    heif_context_read_from_memory(context: Context, file: Uint8Array): Failure;
    heif_js_context_get_primary_image_handle(context: Context): Handle | Failure;
    heif_image_handle_has_alpha_channel(handle: Handle): number;
    heif_image_handle_is_premultiplied_alpha(handle: Handle): number;
    heif_js_decode_image2(
      handle: Handle,
      colours: object,
      chroma: object,
    ): Decoded | Failure | Promise<Decoded | Failure>;
  }

  function libheif(options: {
    readonly wasmBinary: Uint8Array;
    print(text: string): void;
    printErr(text: string): void;
  }): Libheif;

  export = libheif;
}
