/** What Discord's description leaves out and its documentation says (https://discord.com/developers/docs/components/reference). */

interface Component {
  readonly type: number;
  readonly components?: readonly Component[];
  readonly component?: Component;
  readonly accessory?: Component;
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly options?: readonly { readonly value: string }[];
  readonly items?: readonly { readonly media: { readonly url: string }; readonly description?: string }[];
  readonly file?: { readonly url: string };
}

export interface MessageBody {
  readonly flags?: number;
  readonly content?: string;
  readonly embeds?: readonly object[];
  readonly components?: readonly Component[];
  readonly attachments?: readonly {
    readonly id: string;
    readonly filename: string;
    readonly description?: string;
  }[];
  readonly allowed_mentions?: { readonly parse?: readonly string[]; readonly users?: readonly string[] };
  readonly nonce?: string;
  readonly message_reference?: { readonly message_id: string; readonly fail_if_not_exists?: boolean };
}

const V2 = 1 << 15;

export function flattened(components: readonly Component[] = []): readonly Component[] {
  return components.flatMap((component) => [
    component,
    ...flattened(component.components),
    ...flattened(component.component && [component.component]),
    ...flattened(component.accessory && [component.accessory]),
  ]);
}

/** All text of a message, as it is read. */
export function textOf(components: readonly Component[] = []): string {
  return flattened(components)
    .flatMap(({ content }) => content ?? [])
    .join('\n')
    .replaceAll(/\\([^\p{L}\p{N}\s])/gu, '$1');
}

/**
 * What is wrong with a message.
 *
 * @param files names and sizes of what comes with it
 * @param limit most bytes of one
 */
export function messageFaults(
  body: MessageBody,
  files: ReadonlyMap<string, Uint8Array>,
  limit: number,
): readonly string[] {
  const faults: string[] = [];
  const expect = (good: boolean, fault: string): void => {
    if (!good) faults.push(fault);
  };
  expect(((body.flags ?? 0) & V2) !== 0, 'is not made of components');
  expect(body.content === undefined && body.embeds === undefined, 'has content beside its components');
  const parts = flattened(body.components);
  expect(parts.length > 0 && parts.length <= 40, `has ${parts.length} components`);
  const length = parts.reduce((sum, { content = '' }) => sum + content.length, 0);
  expect(length <= 4000, `has ${length} characters`);
  expect(
    parts.every(({ type, content = '' }) => type !== 10 || content.length > 0),
    'has an empty text',
  );
  const ids = parts.flatMap(({ custom_id: id }) => id ?? []);
  expect(new Set(ids).size === ids.length, `has the same id twice: ${ids.join(' ')}`);
  expect(
    ids.every((id) => id.length >= 1 && id.length <= 100),
    'has an id that is too long',
  );
  for (const { type, label, options, items, components = [] } of parts) {
    if (type === 2) expect((label?.length ?? 0) <= 80, 'has a button whose label is too long');
    if (type === 3) {
      const values = options?.map(({ value }) => value) ?? [];
      expect(values.length >= 1 && values.length <= 25, `has a menu of ${values.length}`);
      expect(new Set(values).size === values.length, 'has a menu with the same value twice');
    }
    if (type === 1) expect(components.length >= 1 && components.length <= 5, 'has a row that is too long');
    if (type === 12) {
      expect(
        items !== undefined && items.length >= 1 && items.length <= 10,
        'has a gallery that does not fit',
      );
      expect(
        items?.every(({ description = '' }) => description !== '') === true,
        'has a picture without alt text',
      );
    }
  }
  const referred = parts.flatMap(({ items = [], file }) => [
    ...items.map(({ media }) => media.url),
    ...(file === undefined ? [] : [file.url]),
  ]);
  const attached = (body.attachments ?? []).map(({ filename }) => `attachment://${filename}`);
  expect(body.attachments !== undefined, 'does not say which files it has');
  expect(
    [...referred].sort().join() === [...attached].sort().join(),
    `refers to ${referred} and has ${attached}`,
  );
  expect(
    [...files.keys()].sort().join() ===
      [...attached]
        .map((url) => url.slice(13))
        .sort()
        .join(),
    'lacks a file',
  );
  for (const { description = '' } of body.attachments ?? [])
    expect(description !== '', 'has a file without alt text');
  for (const [name, data] of files) expect(data.length <= limit, `${name} has ${data.length} bytes`);
  expect(body.allowed_mentions?.parse?.length === 0, 'may call people that the text names');
  return faults;
}

interface Modal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly Component[];
}

/** What is wrong with a form. */
export function modalFaults({ custom_id: id, title, components }: Modal): readonly string[] {
  const faults: string[] = [];
  if (id.length < 1 || id.length > 100) faults.push('its id does not fit');
  if (title.length < 1 || title.length > 45) faults.push('its title does not fit');
  if (components.length < 1 || components.length > 5) faults.push(`it has ${components.length} fields`);
  if (components.some(({ type }) => type !== 18)) faults.push('a field has no label');
  return faults;
}
