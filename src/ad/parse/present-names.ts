/**
 * What was stored before a name was changed, in today's names: the small print of an ad was its slot 'footer', and is
 * 'details' since there are more of them. Everything that was ever written down is read through this; what holds no
 * earlier name is given back as it is.
 */
export function presentNames(stored: unknown): unknown {
  if (Array.isArray(stored)) return mapped(stored);
  if (!isObject(stored)) return stored;
  let renamed: Record<string, unknown> | undefined;
  for (const [key, value] of Object.entries(stored)) {
    const now = key === 'copy' ? presentCopy(value) : key === 'blocks' ? presentBlocks(value) : value;
    const present = presentNames(now);
    if (present === value) continue;
    renamed ??= { ...stored };
    renamed[key] = present;
  }
  return renamed ?? stored;
}

const EARLIER = 'footer';
const PRESENT = 'details';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function mapped(list: readonly unknown[]): unknown {
  const present = list.map(presentNames);
  return present.some((value, i) => value !== list[i]) ? present : list;
}

/** A copy with both is one that nobody has written: it stays, and the strict schemas refuse it. */
function presentCopy(copy: unknown): unknown {
  if (!isObject(copy) || !Object.hasOwn(copy, EARLIER) || Object.hasOwn(copy, PRESENT)) return copy;
  const { [EARLIER]: words, ...rest } = copy;
  return { ...rest, [PRESENT]: words };
}

function presentBlocks(blocks: unknown): unknown {
  if (!Array.isArray(blocks) || !blocks.some((block) => isObject(block) && block.slot === EARLIER))
    return blocks;
  return blocks.map((block: unknown) =>
    isObject(block) && block.slot === EARLIER ? { ...block, slot: PRESENT } : block,
  );
}
