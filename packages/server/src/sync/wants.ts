import { may } from '@caseweave/family';
import { recordIdFrom, type ServerMessage, type WantedSection } from '@caseweave/protocol';
import type { Node } from '../node.ts';
import type { Reader } from './reader.ts';
import { stateMessages } from './state-messages.ts';

/** How many sections are loaded at once to be sent whole. */
const STATES_AT_ONCE = 16;
/** An honest device has few of its wishes unanswered. What one that never takes in its answers asks for would fill the memory. */
const MOST_WAITING = 2048;
/** Stands for the record of a section that this reader may not read, or that does not exist. */
const NO_RECORD = recordIdFrom(new Uint8Array(16));

/** The sections that a device has asked for, answered as fast as it takes them in. */
export class Wants {
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
    const { database, authority } = this.#node;
    try {
      while (this.#waiting.length > 0 && this.#room() > 0) {
        const wanted = this.#waiting.splice(0, STATES_AT_ONCE);
        const states = await stateMessages(database.db, authority.id, this.#reader, await this.#readable(wanted));
        // Asked again after loading: a right may have ended meanwhile.
        const still = new Set((await this.#readable(wanted)).map(({ section }) => section));
        const told = states.flatMap((state) => (state.type === 'state' && still.has(state.section) ? [state] : []));
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

  async #readable(wanted: readonly WantedSection[]): Promise<readonly WantedSection[]> {
    const { switchboard, directory, now } = this.#node;
    const sections = await switchboard.sections(wanted.map(({ section }) => section));
    const facts = await directory.facts([...sections.values()].map(({ record }) => record));
    const { principal } = this.#reader.known;
    return wanted.filter(({ section }) => {
      const meta = sections.get(section);
      const decided = meta === undefined ? undefined : facts.get(meta.record)?.facts;
      return meta !== undefined && decided !== undefined && may(principal, 'read', meta.name, decided, now());
    });
  }
}
