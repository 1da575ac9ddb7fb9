/** Things of one kind by their names. */
export class Registry<Item extends { readonly name: string }> {
  readonly all: readonly Item[];
  readonly #byName: ReadonlyMap<string, Item>;

  /** @throws TypeError for a name that is there twice */
  constructor(all: readonly Item[]) {
    this.all = all;
    this.#byName = new Map(all.map((item) => [item.name, item]));
    if (this.#byName.size === all.length) return;
    const twice = all.find((item, i) => all.findIndex(({ name }) => name === item.name) < i);
    throw new TypeError(`Expected names that differ, got "${twice?.name}" twice`);
  }

  get names(): readonly Item['name'][] {
    return this.all.map(({ name }) => name);
  }

  has(name: string): name is Item['name'] {
    return this.#byName.has(name);
  }

  /** @throws RangeError for a name that is of another registry */
  get(name: Item['name']): Item {
    const item = this.#byName.get(name);
    if (item === undefined) throw new RangeError(`Expected one of ${this.names.join(', ')}, got "${name}"`);
    return item;
  }
}
