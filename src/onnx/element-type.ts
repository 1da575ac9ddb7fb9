/**
 * What a tensor's elements are. `f` = IEEE float, `bf16` = the upper half of an `f32`; `e4m3` and `e5m2` are floats of a
 * byte, the first without infinities.
 */
export type ElementType = StoredFloat | 'i64' | 'i32' | 'i8' | 'u8' | 'bool';

/** What is computed with. */
export type FloatType = 'f32' | 'f16' | 'bf16';

/** What weights are stored as: floats of a byte are converted before they are computed with. */
export type StoredFloat = FloatType | 'e4m3' | 'e5m2';

/** Bytes an element, and the number that ONNX's TensorProto.DataType gives to the type. */
export const ELEMENTS: Readonly<Record<ElementType, { readonly bytes: number; readonly onnx: number }>> = {
  f32: { bytes: 4, onnx: 1 },
  u8: { bytes: 1, onnx: 2 },
  i8: { bytes: 1, onnx: 3 },
  i32: { bytes: 4, onnx: 6 },
  i64: { bytes: 8, onnx: 7 },
  bool: { bytes: 1, onnx: 9 },
  f16: { bytes: 2, onnx: 10 },
  bf16: { bytes: 2, onnx: 16 },
  e4m3: { bytes: 1, onnx: 17 },
  e5m2: { bytes: 1, onnx: 19 },
};
