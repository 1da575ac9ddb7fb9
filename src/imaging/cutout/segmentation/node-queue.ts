/** Numbers of nodes, 0 to `count` − 1, first in, first out; one that is in it already is not added again. */
export class NodeQueue {
  private readonly nodes: Int32Array;
  private readonly queued: Uint8Array;
  private head = 0;
  private length = 0;

  constructor(count: number) {
    this.nodes = new Int32Array(Math.max(1, count));
    this.queued = new Uint8Array(count);
  }

  add(node: number): void {
    if (this.queued[node] === 1) return;
    this.queued[node] = 1;
    let at = this.head + this.length++;
    if (at >= this.nodes.length) at -= this.nodes.length;
    this.nodes[at] = node;
  }

  /** The node that is next, −1 when there is none. */
  first(): number {
    return this.length === 0 ? -1 : this.nodes[this.head]!;
  }

  drop(): void {
    this.queued[this.nodes[this.head]!] = 0;
    this.length--;
    this.head++;
    if (this.head === this.nodes.length) this.head = 0;
  }
}
