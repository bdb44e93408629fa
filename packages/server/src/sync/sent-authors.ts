import type { ClientAuthor, SectionId, ServerMessage } from '@caseweave/protocol';

/** The authors that one connection has been told, so that each is told once in a section. */
export class SentAuthors {
  readonly #sent = new Map<SectionId, Set<number>>();

  /** Leaves out authors that were told before. To be asked once for each message, in the order in which they are said. */
  leaveOut(messages: readonly ServerMessage[]): readonly ServerMessage[] {
    return messages.map((message) => {
      switch (message.type) {
        case 'manifest':
          for (const header of message.sections) this.#without(header);
          return message;
        // A device that drops a section forgets its authors too, so entering names them all.
        case 'enter':
          this.#sent.delete(message.section);
          this.#without(message);
          return message;
        case 'leave':
          this.#sent.delete(message.section);
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
    const sent = this.#sent.get(message.section) ?? new Set<number>();
    this.#sent.set(message.section, sent);
    const authors: ClientAuthor[] = [];
    for (const author of message.authors) {
      if (sent.has(author.client)) continue;
      sent.add(author.client);
      authors.push(author);
    }
    return { ...message, authors };
  }
}
