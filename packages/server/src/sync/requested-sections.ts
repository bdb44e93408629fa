import { recordIdFrom, type ServerMessage, type WantedSection } from '@caseweave/protocol';
import type { Node } from '../node/node.ts';
import type { Reader } from '../routing/reader.ts';
import { readableStates } from './readable-states.ts';

/** How many sections are loaded at once to be sent whole. */
const STATES_AT_ONCE = 16;
/** An honest device has few of its wishes unanswered. What one that never takes in its answers asks for would fill the memory. */
const MOST_WAITING = 2048;
/** Stands for the record of a section that this reader may not read, or that does not exist. */
const NO_RECORD = recordIdFrom(new Uint8Array(16));

/** The sections that a device has asked for, answered as fast as it takes them in. */
export class RequestedSections {
  readonly #node: Node;
  readonly #reader: Reader;
  readonly #room: () => number;
  readonly #say: (messages: readonly ServerMessage[]) => void;
  #waiting: WantedSection[] = [];
  #answering = false;

  constructor(node: Node, reader: Reader, room: () => number, say: (messages: readonly ServerMessage[]) => void) {
    this.#node = node;
    this.#reader = reader;
    this.#room = room;
    this.#say = say;
  }

  /** Notes what is asked for; false if too much waits already. */
  add(sections: readonly WantedSection[]): boolean {
    if (this.#waiting.length + sections.length > MOST_WAITING) return false;
    this.#waiting.push(...sections);
    return true;
  }

  clear(): void {
    this.#waiting = [];
  }

  /** Answers what waits, until there is no room for more. */
  async answer(): Promise<void> {
    if (this.#answering) return;
    this.#answering = true;
    try {
      while (this.#waiting.length > 0 && this.#room() > 0) {
        const wanted = this.#waiting.splice(0, STATES_AT_ONCE);
        const told = await readableStates(this.#node, this.#reader.known, wanted);
        const sections = new Set(told.map(({ section }) => section));
        const leaves = wanted.flatMap(({ section }): ServerMessage[] =>
          sections.has(section) ? [] : [{ type: 'leave', record: NO_RECORD, section }],
        );
        this.#say([...told, ...leaves]);
      }
    } finally {
      this.#answering = false;
    }
  }
}
