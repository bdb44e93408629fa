import type { PresenceOf } from '@caseweave/protocol';
import type { AppCode } from '../app-code/app-code.ts';
import { guardEvents } from '../app-code/listeners.ts';
import * as encoding from 'lib0/encoding';
import { applyAwarenessUpdate, Awareness, removeAwarenessStates } from 'y-protocols/awareness';
import type * as Y from 'yjs';

/** Who is in one section: a y-protocols `Awareness` for editors, fed by the server's presence messages. */
export class SectionPresence {
  readonly awareness: Awareness;
  readonly #moved: (state: string | null) => void;

  constructor(doc: Y.Doc, appCode: AppCode, moved: (state: string | null) => void) {
    this.#moved = moved;
    this.awareness = new Awareness(doc);
    guardEvents(this.awareness, appCode);
    // A person is nowhere until an editor says so.
    this.awareness.setLocalState(null);
    this.awareness.on('update', this.#onUpdate);
  }

  /** Takes in where another person is. */
  receive({ client, clock, state, who }: PresenceOf): void {
    if (client === this.awareness.clientID) return;
    const stamped = state === null ? null : stampedState(state, who);
    if (stamped === null) return this.#forget([client]);
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, JSON.stringify(stamped));
    applyAwarenessUpdate(this.awareness, encoding.toUint8Array(encoder), this);
  }

  /** The connection has ended: nobody's place is known any more. */
  forgetOthers(): void {
    this.#forget(Array.from(this.awareness.getStates().keys()).filter((client) => client !== this.awareness.clientID));
  }

  close(): void {
    this.awareness.setLocalState(null);
    this.awareness.destroy();
  }

  #forget(clients: number[]): void {
    removeAwarenessStates(this.awareness, clients, this);
    // The next connection may begin with any clock.
    for (const client of clients) this.awareness.meta.delete(client);
  }

  readonly #onUpdate = (_changes: unknown, origin: unknown) => {
    if (origin !== 'local') return;
    const state = this.awareness.getLocalState();
    this.#moved(state === null ? null : JSON.stringify(state));
  };
}

/** The state as editors read it, its `user` named by the server and not by whoever sent it. */
function stampedState(state: string, who: PresenceOf['who']): object | null {
  let said: unknown;
  try {
    said = JSON.parse(state);
  } catch {
    return null;
  }
  if (typeof said !== 'object' || said === null) return null;
  const user: unknown = 'user' in said ? said.user : undefined;
  const color: unknown = typeof user === 'object' && user !== null && 'color' in user ? user.color : undefined;
  return {
    ...said,
    user: {
      name: who.name,
      principal: who.principal,
      organisation: who.organisation,
      ...(typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color) ? { color } : {}),
    },
  };
}
