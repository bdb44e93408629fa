import type { ClientAuthor, SectionId, ServerMessage } from '@caseweave/protocol';

/** The authors that one connection has been told, so that each is told once in a section. */
export class ToldAuthors {
  readonly #told = new Map<SectionId, Set<number>>();

  /** Leaves out authors that were told before. To be asked once for each message, in the order in which they are said. */
  leaveOut(messages: readonly ServerMessage[]): readonly ServerMessage[] {
    return messages.map((message) => {
      switch (message.type) {
        case 'manifest':
          for (const header of message.sections) this.#without(header);
          return message;
        // A device that drops a section forgets its authors too, so entering names them all.
        case 'enter':
          this.#told.delete(message.section);
          this.#without(message);
          return message;
        case 'leave':
          this.#told.delete(message.section);
          return message;
        case 'state':
        case 'change':
          return this.#without(message);
        case 'bye':
        case 'cursor':
        case 'decision':
        case 'facts':
        case 'leased':
        case 'outcome':
        case 'pong':
        case 'presence':
        case 'reauthed':
        case 'welcome':
          return message;
      }
    });
  }

  #without<Message extends { readonly section: SectionId; readonly authors: readonly ClientAuthor[] }>(
    message: Message,
  ): Message {
    const told = this.#told.get(message.section) ?? new Set<number>();
    this.#told.set(message.section, told);
    const authors: ClientAuthor[] = [];
    for (const author of message.authors) {
      if (told.has(author.client)) continue;
      told.add(author.client);
      authors.push(author);
    }
    return { ...message, authors };
  }
}
