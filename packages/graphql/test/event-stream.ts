/** The events of a subscription, read from the server's stream one at a time. */
export class EventStream<Event> {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #events: Event[] = [];
  /** Everything that has come, as one text in which a word can be looked for. */
  everything = '';
  #rest = '';

  constructor(response: Response) {
    if (response.body === null) throw new Error('The answer has no body.');
    this.#reader = response.body.getReader();
  }

  /** The next event; undefined where the stream has ended. */
  async next(): Promise<Event | undefined> {
    while (this.#events.length === 0) {
      const { done, value } = await this.#reader.read();
      if (done) return undefined;
      this.#take(Buffer.from(value).toString('utf8'));
    }
    return this.#events.shift();
  }

  async close(): Promise<void> {
    await this.#reader.cancel();
  }

  #take(text: string): void {
    this.everything += text;
    const blocks = (this.#rest + text).split('\n\n');
    this.#rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const lines = block.split('\n');
      const data = lines
        .find((line) => line.startsWith('data:'))
        ?.slice('data:'.length)
        .trim();
      if (lines.includes('event: next') && data !== undefined) this.#events.push(JSON.parse(data) as Event);
    }
  }
}
