/** Something read from JSON. */
export type Json = { readonly [key: string]: unknown };

/** Where blocks stand. */
export type Surface = 'message' | 'modal' | 'home';

const MOST_BLOCKS: { readonly [surface in Surface]: number } = { message: 50, modal: 100, home: 100 };

const KINDS: { readonly [surface in Surface]: readonly string[] } = {
  message: ['section', 'context', 'image', 'actions', 'divider', 'header', 'plan', 'task_card'],
  modal: ['section', 'context', 'image', 'input', 'divider', 'header'],
  home: ['section', 'context', 'image', 'actions', 'divider', 'header'],
};

/**
 * What is wrong with blocks by the limits of Block Kit (https://docs.slack.dev/reference/block-kit), as far as they
 * hold for what the bot uses; empty when nothing is.
 */
export function wrongBlocks(blocks: unknown, surface: Surface): readonly string[] {
  if (!Array.isArray(blocks)) return ['blocks are no array'];
  const wrong: string[] = [];
  if (blocks.length > MOST_BLOCKS[surface]) wrong.push(`${blocks.length} blocks`);
  const ids = blocks.flatMap((block: Json) => (typeof block.block_id === 'string' ? [block.block_id] : []));
  if (new Set(ids).size < ids.length) wrong.push('a block_id stands twice');
  for (const [index, block] of blocks.entries()) {
    const tell = (what: string): void => void wrong.push(`block ${index} (${block.type}): ${what}`);
    if (!KINDS[surface].includes(block.type)) tell(`not in a ${surface}`);
    if (typeof block.block_id === 'string' && block.block_id.length > 255) tell('block_id over 255');
    CHECKS[block.type]?.(block, tell);
  }
  return wrong;
}

type Tell = (what: string) => void;

const CHECKS: Readonly<Record<string, (block: Json, tell: Tell) => void>> = {
  section(block, tell) {
    if (block.text === undefined && block.fields === undefined) tell('neither text nor fields');
    if (block.text !== undefined) text(block.text, 3000, tell);
    if (block.fields !== undefined) {
      each(block.fields, 10, tell, 'fields', (field) => text(field, 2000, tell));
    }
    if (block.accessory !== undefined) element(block.accessory, tell);
  },
  header: (block, tell) => text(block.text, 150, tell, true),
  context(block, tell) {
    each(block.elements, 10, tell, 'elements', (part) => text(part, 2000, tell));
  },
  image(block, tell) {
    const file = block.slack_file as Json | undefined;
    if (block.image_url === undefined && typeof file?.id !== 'string') tell('no picture');
    if (typeof block.alt_text !== 'string' || block.alt_text === '' || block.alt_text.length > 2000) {
      tell('alt_text must have 1–2000 characters');
    }
    if (block.title !== undefined) text(block.title, 2000, tell, true);
  },
  actions(block, tell) {
    each(block.elements, 25, tell, 'elements', (part) => element(part, tell));
    const ids = list(block.elements).map(({ action_id: id }) => id);
    if (new Set(ids).size < ids.length) tell('an action_id stands twice');
  },
  input(block, tell) {
    text(block.label, 2000, tell, true);
    if (block.hint !== undefined) text(block.hint, 2000, tell, true);
    element(block.element, tell, true);
  },
  plan(block, tell) {
    if (typeof block.title !== 'string' || block.title === '') tell('no title');
    each(block.tasks, 50, tell, 'tasks', (task) => {
      if (task.type !== 'task_card' || typeof task.task_id !== 'string') tell('no task');
      if (typeof task.title !== 'string' || task.title === '') tell('a task without a title');
      const statuses = ['pending', 'in_progress', 'complete', 'error'];
      if (!statuses.includes(String(task.status))) tell(`status ${task.status}`);
    });
  },
};

const INPUTS = ['plain_text_input', 'number_input', 'file_input', 'static_select'];

function element(value: unknown, tell: Tell, input = false): void {
  const part = value as Json;
  const id = part.action_id;
  if (typeof id !== 'string' || id === '' || id.length > 255) tell('action_id must have 1–255 characters');
  if (input && !INPUTS.includes(String(part.type))) tell(`${part.type} in an input`);
  switch (part.type) {
    case 'button':
      text(part.text, 75, tell, true);
      if (typeof part.value === 'string' && part.value.length > 2000) tell('value over 2000');
      if (String(part.accessibility_label ?? 'x').length > 75) tell('accessibility_label over 75');
      if (part.accessibility_label === '') tell('accessibility_label is empty');
      if (part.style !== undefined && part.style !== 'primary' && part.style !== 'danger') {
        tell(`style ${part.style}`);
      }
      if (part.confirm !== undefined) confirm(part.confirm as Json, tell);
      break;
    case 'static_select':
      if (part.placeholder !== undefined) text(part.placeholder, 150, tell, true);
      each(part.options, 100, tell, 'options', (option) => {
        text(option.text, 75, tell);
        if (typeof option.value !== 'string' || option.value === '' || option.value.length > 150) {
          tell('option value must have 1–150 characters');
        }
      });
      break;
    case 'plain_text_input': {
      const most = part.max_length === undefined ? 3000 : Number(part.max_length);
      if (most < 1 || most > 3000) tell(`max_length ${most}`);
      if (typeof part.initial_value === 'string' && part.initial_value.length > most)
        tell('initial_value too long');
      if (part.initial_value === '') tell('initial_value is empty');
      break;
    }
    case 'number_input':
      if (typeof part.is_decimal_allowed !== 'boolean') tell('is_decimal_allowed is needed');
      for (const bound of [part.min_value, part.max_value]) {
        if (bound !== undefined && typeof bound !== 'string') tell('bounds are strings');
      }
      break;
    case 'file_input':
      if (Number(part.max_files) < 1 || Number(part.max_files) > 10) tell(`max_files ${part.max_files}`);
      break;
    default:
      tell(`unknown element ${part.type}`);
  }
}

function confirm(dialog: Json, tell: Tell): void {
  text(dialog.title, 100, tell, true);
  text(dialog.text, 300, tell);
  text(dialog.confirm, 30, tell, true);
  text(dialog.deny, 30, tell, true);
}

function text(value: unknown, most: number, tell: Tell, plain = false): void {
  const { type, text: words } = (value ?? {}) as Json;
  if (type !== 'plain_text' && (plain || type !== 'mrkdwn')) tell(`text of type ${type}`);
  if (typeof words !== 'string' || words === '') tell('an empty text');
  else if (words.length > most) tell(`a text of ${words.length} characters, of ${most}`);
}

function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function each(value: unknown, most: number, tell: Tell, what: string, check: (part: Json) => void): void {
  const parts = list(value);
  if (parts.length === 0 || parts.length > most) tell(`${parts.length} ${what}`);
  for (const part of parts) check(part);
}

/** What is wrong with a view. */
export function wrongView(view: Json): readonly string[] {
  const wrong: string[] = [];
  const tell = (what: string): void => void wrong.push(`view: ${what}`);
  if (view.type === 'modal') {
    text(view.title, 24, tell, true);
    if (view.submit !== undefined) text(view.submit, 24, tell, true);
    if (view.close !== undefined) text(view.close, 24, tell, true);
    if (typeof view.callback_id !== 'string' || view.callback_id.length > 255) tell('callback_id');
    if (String(view.private_metadata ?? '').length > 3000) tell('private_metadata over 3000');
    return [...wrong, ...wrongBlocks(view.blocks, 'modal')];
  }
  if (view.type !== 'home') tell(`type ${view.type}`);
  return [...wrong, ...wrongBlocks(view.blocks, 'home')];
}
