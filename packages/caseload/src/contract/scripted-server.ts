import {
  admit,
  type BatchResult,
  type ClientMessage,
  decodeClientMessages,
  deviceIdFrom,
  encodeServerFrames,
  openFrame,
  type PresenceOf,
  type PrincipalId,
  type Push,
  type ServerMessage,
  WIRE,
} from '@caseweave/protocol';
import * as Y from 'yjs';
import type { ConnectionEvents, Transport } from '../ports/transport.ts';
import { cursor, record, section } from './samples.ts';

const acts = { read: true, write: true, append: true };

/** A server of one record with one section, empty at first. It takes every command, and edits only if told to. */
export class ScriptedServer {
  /** Where the person at the device is said to be first. */
  readonly place: Promise<string | null>;
  #told: (state: string | null) => void = () => {};
  #events: ConnectionEvents | null = null;
  #facts = '{"stage":"open"}';
  readonly #doc = new Y.Doc();
  readonly #takesEdits: boolean;

  readonly transport: Transport = {
    connect: (events) => {
      this.#events = events;
      void Promise.resolve().then(() => events.opened());
      return { send: (frame) => this.#hear(frame), close: () => (this.#events = null) };
    },
  };

  constructor({ takesEdits = false } = {}) {
    this.#takesEdits = takesEdits;
    this.place = new Promise((resolve) => {
      this.#told = resolve;
    });
  }

  /** The story, as it is at the server. */
  get story(): string {
    return this.#doc.getText('story/').toJSON();
  }

  /** Tells where somebody else is. */
  showBen(state: string): void {
    const who: PresenceOf['who'] = { principal: 'ben' as PrincipalId, name: 'Ben', organisation: null };
    this.#say([{ type: 'presence', section, client: 77, clock: 1, state, who }]);
  }

  #say(messages: readonly ServerMessage[]): void {
    for (const frame of encodeServerFrames(messages)) this.#events?.frame(frame);
  }

  #hear(frame: Uint8Array): void {
    const opened = openFrame(null, frame, 0, WIRE.upPayloadBytes);
    const decoded = opened.type === 'payload' ? decodeClientMessages(opened.payload) : undefined;
    const messages = decoded?.type === 'decoded' ? decoded.value : [];
    // As over a network: an answer comes later.
    void Promise.resolve().then(() => this.#say(messages.flatMap((message) => this.#answer(message))));
  }

  #judge({ parts }: Push): BatchResult {
    for (const { update } of parts) {
      const admission = { update, doc: this.#doc, shape: undefined, leasedTo: () => true, isClosed: () => false, acts };
      const verdict = this.#takesEdits ? admit(admission) : null;
      if (verdict?.type === 'admitted') Y.applyUpdate(this.#doc, verdict.update);
      else
        return {
          type: 'refused',
          code: verdict?.type === 'refused' ? verdict.code : 'wrong-claim',
          part: 0,
          client: null,
        };
    }
    return { type: 'taken' };
  }

  #answer(message: ClientMessage): readonly ServerMessage[] {
    switch (message.type) {
      case 'hello':
        return [
          {
            type: 'welcome',
            device: deviceIdFrom(new Uint8Array(16)),
            principal: { id: 'asha' as PrincipalId, name: 'Asha Patel', organisation: null },
            generation: 'g1',
            leases: [11, 12, 13],
            expiresAt: 10 ** 15,
            now: 0,
            resumed: false,
          },
          {
            type: 'manifest',
            records: [{ record, kind: 'job', facts: this.#facts }],
            sections: [
              {
                record,
                section,
                name: 'plan',
                epoch: 1,
                oldestWriter: { version: 1, extensions: {} },
                acts,
                authors: [],
                projection: null,
              },
            ],
            cursor,
          },
        ];
      case 'want':
        return message.sections.map((wanted) => ({
          type: 'state',
          section: wanted.section,
          epoch: 1,
          authors: [],
          update: Y.encodeStateAsUpdate(this.#doc, wanted.vector ?? undefined),
        }));
      case 'push': {
        return [
          { type: 'outcome', batch: message.batch, result: this.#judge(message) },
          { type: 'cursor', cursor },
        ];
      }
      case 'decide':
        this.#facts = '{"stage":"closed"}';
        return [
          { type: 'facts', record, kind: 'job', facts: this.#facts },
          { type: 'outcome', batch: message.batch, result: { type: 'taken' } },
          { type: 'cursor', cursor },
        ];
      case 'presence':
        this.#told(message.state);
        return [];
      case 'lease':
        return [{ type: 'leased', leases: Array.from({ length: message.count }, (_, at) => 20 + at) }];
      case 'ping':
        return [{ type: 'pong' }];
      case 'reauth':
      case 'received':
      case 'bye':
        return [];
    }
  }
}
