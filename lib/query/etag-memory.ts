/** The last good answer to a URL, with the ETag that lets the server say "the same". Bounded: the oldest goes first. */
export class EtagMemory {
  private readonly entries = new Map<string, { etag: string; data: unknown }>();

  constructor(private readonly capacity = 20) {}

  get(url: string): { etag: string; data: unknown } | undefined {
    const entry = this.entries.get(url);
    if (entry) {
      this.entries.delete(url);
      this.entries.set(url, entry);
    }
    return entry;
  }

  set(url: string, etag: string, data: unknown): void {
    this.entries.delete(url);
    this.entries.set(url, { etag, data });
    const oldest = this.entries.keys().next();
    if (this.entries.size > this.capacity && !oldest.done) this.entries.delete(oldest.value);
  }

  clear(): void {
    this.entries.clear();
  }
}
