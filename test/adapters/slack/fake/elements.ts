import type { Json } from './block-rules.ts';

/** A button, or a menu's entry, by its text, as a payload tells of it. */
export function findElement(blocks: readonly Json[], label: RegExp): Json {
  for (const block of blocks) {
    const elements = [...((block.elements ?? []) as readonly Json[]), block.accessory as Json | undefined];
    for (const element of elements) {
      if (element?.action_id === undefined) continue;
      const { type, action_id, value } = element;
      if (type === 'button' && label.test(wordsOf(element.text))) return { type, action_id, value };
      const options = (element.options ?? []) as readonly Json[];
      const chosen = options.find((option) => label.test(wordsOf(option.text)));
      if (chosen !== undefined) return { type, action_id, selected_option: chosen };
    }
  }
  throw new Error(`Nothing like ${label} in ${JSON.stringify(blocks)}`);
}

function wordsOf(text: unknown): string {
  return String(((text ?? {}) as Json).text ?? '');
}

/** What a payload tells of a field that was filled in, or left as it was. */
export function filled(element: Json, value: unknown): Json {
  switch (element.type) {
    case 'static_select':
      return { type: 'static_select', selected_option: value === undefined ? null : { value } };
    case 'file_input':
      return { type: 'file_input', files: value ?? [] };
    default:
      return { type: element.type, value: value ?? element.initial_value ?? null };
  }
}
