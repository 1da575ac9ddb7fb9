/** The attributes of an SVG element. */
type Attributes = Readonly<Record<string, string | undefined>>;

/**
 * All shapes of an icon as one path.
 *
 * @param body SVG of paths, circles and rectangles
 * @throws RangeError for any other shape
 */
export function pathOf(body: string): string {
  const shapes = [...body.matchAll(/<(path|circle|rect|line|ellipse|polyline|polygon)\b([^>]*)\/>/g)];
  return shapes.map(([, shape = '', attributes = '']) => outlineOf(shape, attributesOf(attributes))).join('');
}

const attributesOf = (text: string): Attributes =>
  Object.fromEntries(Array.from(text.matchAll(/([\w-]+)="([^"]*)"/g), ([, name, value]) => [name, value]));

function outlineOf(shape: string, attributes: Attributes): string {
  const number = (name: string): number => Number(attributes[name] ?? 0);
  // Each path begins at a place of its own, wherever the one before it ended.
  if (shape === 'path') return (attributes.d ?? '').replace(/^m/, 'M');
  if (shape === 'circle') {
    const [x, y, r] = [number('cx'), number('cy'), number('r')];
    return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  }
  if (shape !== 'rect') throw new RangeError(`No path is known for <${shape}>`);
  const [x, y, r] = [number('x'), number('y'), number('rx')];
  const [across, down] = [number('width') - 2 * r, number('height') - 2 * r];
  const corner = (dx: number, dy: number): string => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return `M${x + r} ${y}h${across}${corner(r, r)}v${down}${corner(-r, r)}h${-across}${corner(-r, -r)}v${-down}${corner(r, -r)}z`;
}
