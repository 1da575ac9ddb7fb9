/** What a tensor's elements are. `f` = IEEE float, `bf16` = the upper half of an `f32`. */
export type ElementType = 'f32' | 'f16' | 'bf16' | 'i64' | 'i32' | 'u8' | 'bool';

export type FloatType = 'f32' | 'f16' | 'bf16';

/** Bytes an element, and the number that ONNX's TensorProto.DataType gives to the type. */
export const ELEMENTS: Readonly<Record<ElementType, { readonly bytes: number; readonly onnx: number }>> = {
  f32: { bytes: 4, onnx: 1 },
  u8: { bytes: 1, onnx: 2 },
  i32: { bytes: 4, onnx: 6 },
  i64: { bytes: 8, onnx: 7 },
  bool: { bytes: 1, onnx: 9 },
  f16: { bytes: 2, onnx: 10 },
  bf16: { bytes: 2, onnx: 16 },
};
