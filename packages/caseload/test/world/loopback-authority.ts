import {
  admit,
  type Acts,
  type ClientAuthor,
  type ClientMessage,
  type Decide,
  CLOSE,
  CURSOR_BYTES,
  decodeClientMessages,
  type DeviceId,
  deviceIdFrom,
  encodeServerFrames,
  type EnterHeader,
  openFrame,
  type PartialPayload,
  type PrincipalId,
  type Push,
  type RecordId,
  recordIdFrom,
  type BatchRefusalCode,
  type WriterVersions,
  type SectionId,
  sectionIdFrom,
  type ServerMessage,
  WIRE,
} from '@caseweave/protocol';
import { seededRandom, type Transport } from '@caseweave/caseload';
import { type Command, decisionPort, type Facts } from './decisions.ts';
import { readSection, shapeOf } from '@caseweave/record';
import * as Y from 'yjs';
import { reading, writing } from './acts.ts';
import { project, schemas } from './schemas.ts';

type Result = Extract<ServerMessage, { type: 'outcome' }>['result'];

interface KeptSection {
  readonly record: RecordId;
  readonly section: SectionId;
  readonly name: string;
  epoch: number;
  doc: Y.Doc;
  readonly log: { seq: number; update: Uint8Array }[];
  readonly closed: Set<number>;
  readonly acts: Map<string, Acts>;
}

interface KeptDevice {
  readonly device: DeviceId;
  readonly principal: PrincipalId;
  readonly leases: number[];
  readonly outcomes: Map<number, Result>;
}

interface Peer {
  readonly principal: PrincipalId;
  device: KeptDevice | null;
  partial: PartialPayload | null;
  readonly told: Map<SectionId, Set<number>>;
  say(messages: readonly ServerMessage[]): void;
  drop(code: number): void;
}

/** What a network between devices and the authority does. */
export interface Link {
  readonly transport: Transport;
  /** Cuts the connection and refuses new ones, or allows them again. */
  cut(isCut: boolean): void;
}

export { reading, writing } from './acts.ts';

/** A small authority in memory: it keeps logs, judges with the protocol's admission, and answers on loopback links. */
export class LoopbackAuthority {
  /** The oldest versions that may write, by section, as this server's own schemas say. */
  readonly oldestWriters = new Map<string, WriterVersions>();
  readonly sections = new Map<SectionId, KeptSection>();
  readonly devices = new Map<string, KeptDevice>();
  readonly received: ClientMessage[] = [];
  readonly facts = new Map<RecordId, Facts>();
  readonly #kinds = new Map<RecordId, string>();
  readonly #decisions: { readonly seq: number; readonly record: RecordId; readonly decision: string }[] = [];
  readonly acceptedTokens = new Set<string>();
  /** Forces a refusal. */
  refuse: (push: Push, device: KeptDevice) => BatchRefusalCode | null = () => null;
  /** Forces a command not to be decided, with this code. */
  decline: (command: Command, principal: string) => string | null = () => null;
  /** The connection breaks after the next batch was taken, before its outcome is sent. */
  loseNextOutcome = false;
  /** The connection breaks once a refusal was said. */
  dropAfterRefusal = false;
  /** Commands are heard and not answered. */
  ponders = false;
  rights = 1;
  leasesAtFirst = 3;
  #seq = 0;
  readonly #random = seededRandom(7);
  readonly #peers = new Set<Peer>();

  addRecord(kind = 'job'): RecordId {
    const record = recordIdFrom(this.#random.bytes(16));
    this.#kinds.set(record, kind);
    this.facts.set(record, { depot: 'Bilston', team: [] });
    return record;
  }

  addSection(record: RecordId, name: string, readers: Readonly<Record<string, Acts>>): SectionId {
    const section = sectionIdFrom(this.#random.bytes(16));
    const acts = new Map(Object.entries(readers));
    this.sections.set(section, { record, section, name, epoch: 1, doc: new Y.Doc(), log: [], closed: new Set(), acts });
    return section;
  }

  /** Rights change: those connected are told at once, the others at their next connection. */
  grant(section: SectionId, principal: string, acts: Acts | null): void {
    const kept = this.#kept(section);
    if (acts === null) kept.acts.delete(principal);
    else kept.acts.set(principal, acts);
    this.rights += 1;
    for (const peer of this.#peers) {
      if (peer.principal !== principal || peer.device === null) continue;
      const messages: ServerMessage[] =
        acts === null
          ? [{ type: 'leave', record: kept.record, section }]
          : [this.#factsOf(kept.record), { type: 'enter', ...this.#header(peer, kept) }, this.#state(peer, kept, null)];
      peer.say([...messages, this.#cursor()]);
    }
  }

  /** A new epoch: the section begins afresh, and nothing of before is kept. */
  renew(section: SectionId): void {
    const kept = this.#kept(section);
    kept.epoch += 1;
    kept.doc = new Y.Doc();
    kept.log.length = 0;
    kept.closed.clear();
    for (const peer of this.#peers) {
      if (peer.device === null || !kept.acts.has(peer.principal)) continue;
      peer.say([{ type: 'enter', ...this.#header(peer, kept) }, this.#state(peer, kept, null), this.#cursor()]);
    }
  }

  link(principal: string): Link {
    let isCut = false;
    let current: Peer | null = null;
    const transport: Transport = {
      connect: (events) => {
        let open = true;
        const later = (work: () => void) => void Promise.resolve().then(() => (open ? work() : undefined));
        const peer: Peer = {
          principal: principal as PrincipalId,
          device: null,
          partial: null,
          told: new Map(),
          say: (messages) => {
            for (const frame of encodeServerFrames(messages)) later(() => events.frame(frame));
          },
          drop: (code) => {
            this.#peers.delete(peer);
            later(() => {
              open = false;
              events.closed(code);
            });
          },
        };
        if (isCut) {
          later(() => events.closed(1006));
        } else {
          current = peer;
          this.#peers.add(peer);
          later(() => events.opened());
        }
        return {
          send: (frame) =>
            void Promise.resolve().then(() => {
              if (this.#peers.has(peer)) this.#hear(peer, frame);
              return undefined;
            }),
          close: () => {
            open = false;
            this.#peers.delete(peer);
          },
        };
      },
    };
    return {
      transport,
      cut: (value) => {
        isCut = value;
        if (value) current?.drop(1006);
        if (value) current = null;
      },
    };
  }

  /** Lets another person's presence, or anything else, reach those who are connected. */
  sayTo(principal: string, messages: readonly ServerMessage[]): void {
    for (const peer of this.#peers) if (peer.principal === principal) peer.say(messages);
  }

  #hear(peer: Peer, frame: Uint8Array): void {
    const opened = openFrame(peer.partial, frame, 0, WIRE.upPayloadBytes);
    if (opened.type === 'refused') throw new Error(opened.detail);
    peer.partial = opened.type === 'more' ? opened.partial : null;
    if (opened.type === 'more') return;
    const decoded = decodeClientMessages(opened.payload);
    if (decoded.type === 'refused') throw new Error('not understood');
    for (const message of decoded.value) this.#answer(peer, message);
  }

  #answer(peer: Peer, message: ClientMessage): void {
    this.received.push(message);
    switch (message.type) {
      case 'hello': {
        if (this.acceptedTokens.size > 0 && !this.acceptedTokens.has(message.token))
          return peer.drop(CLOSE.tokenRefused);
        const device = this.#deviceFor(peer, message.device);
        peer.device = device;
        const since = message.cursor === null ? null : readCursor(message.cursor);
        const resumed = since !== null && since.rights === this.rights;
        peer.say([
          {
            type: 'welcome',
            device: device.device,
            principal: { id: peer.principal, name: `Name of ${peer.principal}`, organisation: 'school' },
            generation: 'g1',
            leases: [...device.leases],
            expiresAt: 10 ** 15,
            now: 0,
            resumed,
          },
        ]);
        if (resumed) this.#catchUp(peer, since.seq);
        else this.#manifest(peer);
        return;
      }
      case 'want':
        for (const { section, vector } of message.sections) {
          const kept = this.sections.get(section);
          if (kept?.acts.has(peer.principal) === true) peer.say([this.#state(peer, kept, vector)]);
        }
        return;
      case 'push':
        return this.#push(peer, message);
      case 'decide':
        return this.#decide(peer, message);
      case 'lease': {
        const leases = Array.from({ length: message.count }, () => this.#newClient());
        peer.device?.leases.push(...leases);
        peer.say([{ type: 'leased', leases }]);
        return;
      }
      case 'presence': {
        const who = { principal: peer.principal, name: `Name of ${peer.principal}`, organisation: 'school' };
        for (const other of this.#peers) if (other !== peer && other.device !== null) other.say([{ ...message, who }]);
        return;
      }
      case 'reauth':
        peer.say([{ type: 'reauthed', expiresAt: 10 ** 15 }]);
        return;
      case 'ping':
        peer.say([{ type: 'pong' }]);
        return;
      case 'bye':
      case 'received':
        break;
    }
  }

  #deviceFor(peer: Peer, id: DeviceId | null): KeptDevice {
    const known = id === null ? undefined : this.devices.get(id);
    if (known !== undefined) return known;
    const device: KeptDevice = {
      device: deviceIdFrom(this.#random.bytes(16)),
      principal: peer.principal,
      leases: Array.from({ length: this.leasesAtFirst }, () => this.#newClient()),
      outcomes: new Map(),
    };
    this.devices.set(device.device, device);
    return device;
  }

  #newClient(): number {
    return Math.floor(this.#random.number() * 2 ** 31);
  }

  #manifest(peer: Peer): void {
    const readable = Array.from(this.sections.values()).filter(({ acts }) => acts.has(peer.principal));
    const records = Array.from(new Set(readable.map(({ record }) => record)));
    peer.say([
      {
        type: 'manifest',
        records: records.map((record) => this.#factsOf(record)),
        sections: readable.map((kept) => this.#header(peer, kept)),
        cursor: this.#cursor().cursor,
      },
    ]);
  }

  #catchUp(peer: Peer, since: number): void {
    const messages: ServerMessage[] = [];
    const readable = Array.from(this.sections.values()).filter(({ acts }) => acts.has(peer.principal));
    for (const { seq, record, decision } of this.#decisions) {
      if (seq <= since || !readable.some((kept) => kept.record === record)) continue;
      messages.push({ type: 'decision', record, decision }, this.#factsOf(record));
    }
    for (const kept of readable) {
      const updates = kept.log.filter(({ seq }) => seq > since).map(({ update }) => update);
      if (updates.length === 0) continue;
      const { section, epoch } = kept;
      messages.push({ type: 'change', section, epoch, authors: this.#authors(peer, kept), updates });
    }
    peer.say([...messages, this.#cursor()]);
  }

  #push(peer: Peer, push: Push): void {
    const { device } = peer;
    if (device === null) return;
    const known = device.outcomes.get(push.batch);
    const result = known ?? this.#judge(device, push, peer);
    device.outcomes.set(push.batch, result);
    if (this.loseNextOutcome && result.type === 'taken') {
      this.loseNextOutcome = false;
      return peer.drop(1006);
    }
    peer.say([{ type: 'outcome', batch: push.batch, result }, this.#cursor()]);
    if (this.dropAfterRefusal && result.type === 'refused') {
      this.dropAfterRefusal = false;
      peer.drop(1006);
    }
  }

  #decide(peer: Peer, decide: Decide): void {
    const { device } = peer;
    if (device === null || this.ponders) return;
    const known = device.outcomes.get(decide.batch);
    const causes: ServerMessage[] = [];
    const result = known ?? this.#decided(peer, JSON.parse(decide.command) as Command, causes);
    device.outcomes.set(decide.batch, result);
    if (this.loseNextOutcome && result.type === 'taken') {
      this.loseNextOutcome = false;
      return peer.drop(1006);
    }
    peer.say([...causes, { type: 'outcome', batch: decide.batch, result }, this.#cursor()]);
  }

  #decided({ principal }: Peer, command: Command, causes: ServerMessage[]): Result {
    const record = decisionPort.record(command) as RecordId;
    const by = { principal, name: `Name of ${principal}`, organisation: 'school', at: 0 };
    const refusal = this.decline(command, principal);
    const known = this.facts.get(record);
    const created = decisionPort.records(command);
    const facts = created[0]?.facts ?? (known === undefined ? null : decisionPort.fold(known, command, by));
    if (refusal !== null || facts === null || (created.length > 0 && known !== undefined)) {
      const stands = known === undefined ? null : `The depot is ${known.depot}.`;
      return { type: 'not-decided', code: refusal ?? 'already', words: 'It was decided otherwise.', stands };
    }
    this.facts.set(record, facts as Facts);
    this.#seq += 1;
    for (const { section, name } of created.flatMap(({ sections }) => sections)) {
      const kept: KeptSection = {
        record,
        section: section as SectionId,
        name,
        epoch: 1,
        doc: new Y.Doc(),
        log: [],
        closed: new Set(),
        acts: new Map([[principal, writing]]),
      };
      this.sections.set(kept.section, kept);
    }
    const decision = JSON.stringify({
      key: `d${this.#seq}`,
      command,
      by: { id: principal, name: by.name },
      at: this.#seq,
    });
    this.#decisions.push({ seq: this.#seq, record, decision });
    for (const peer of this.#peers) {
      const sections = Array.from(this.sections.values()).filter(
        (kept) => kept.record === record && kept.acts.has(peer.principal),
      );
      if (peer.device === null || sections.length === 0) continue;
      const entered = created.length === 0 ? [] : sections;
      const messages: ServerMessage[] = [
        { type: 'decision', record, decision },
        this.#factsOf(record),
        ...entered.flatMap((kept): ServerMessage[] => [
          { type: 'enter', ...this.#header(peer, kept) },
          this.#state(peer, kept, null),
        ]),
      ];
      if (peer.principal === principal) causes.push(...messages);
      else peer.say([...messages, this.#cursor()]);
    }
    return { type: 'taken' };
  }

  #factsOf(record: RecordId): Extract<ServerMessage, { type: 'facts' }> {
    return {
      type: 'facts',
      record,
      kind: this.#kinds.get(record) ?? 'job',
      facts: JSON.stringify(this.facts.get(record) ?? null),
    };
  }

  #judge(device: KeptDevice, push: Push, sender: Peer): Result {
    const admitted: { kept: KeptSection; update: Uint8Array }[] = [];
    for (const [part, { section, epoch, update }] of push.parts.entries()) {
      const kept = this.sections.get(section);
      const acts = kept?.acts.get(device.principal);
      if (kept === undefined || acts === undefined || kept.epoch !== epoch) {
        this.#finish(push);
        return { type: 'held', code: kept?.epoch === epoch ? 'not-allowed' : 'old-epoch', part, client: null };
      }
      const forced = this.refuse(push, device);
      const schema = schemas(kept.name);
      const verdict = admit({
        update,
        doc: kept.doc,
        shape: schema === undefined ? undefined : shapeOf(schema),
        leasedTo: (client) => device.leases.includes(client),
        isClosed: (client) => kept.closed.has(client),
        acts,
      });
      if (verdict.type === 'behind') return { type: 'behind', part };
      if (forced !== null || verdict.type === 'refused') {
        this.#finish(push);
        const code = forced ?? (verdict.type === 'refused' ? verdict.code : 'malformed');
        return { type: 'refused', code, part, client: null };
      }
      if (verdict.type === 'held') {
        this.#finish(push);
        return { type: 'held', code: verdict.code, part, client: null };
      }
      if (verdict.type === 'admitted') admitted.push({ kept, update: verdict.update });
    }
    for (const { kept, update } of admitted) {
      this.#seq += 1;
      kept.log.push({ seq: this.#seq, update });
      Y.applyUpdate(kept.doc, update);
      for (const peer of this.#peers) {
        if (peer === sender || peer.device === null || !kept.acts.has(peer.principal)) continue;
        const { section, epoch } = kept;
        const authors = this.#authors(peer, kept);
        peer.say([{ type: 'change', section, epoch, authors, updates: [update] }, this.#cursor()]);
      }
    }
    return { type: 'taken' };
  }

  #finish(push: Push): void {
    for (const { section, update } of push.parts) {
      for (const client of Y.parseUpdateMeta(update).to.keys()) this.sections.get(section)?.closed.add(client);
    }
  }

  #header(peer: Peer, kept: KeptSection): EnterHeader {
    const { record, section, name, epoch } = kept;
    const acts = kept.acts.get(peer.principal) ?? reading;
    const schema = schemas(name);
    const shown = schema === undefined ? null : project(name, readSection(schema, kept.doc));
    const projection = shown === null ? null : JSON.stringify(shown);
    const oldestWriter = this.oldestWriters.get(name) ?? { version: 1, extensions: {} };
    return { record, section, name, epoch, oldestWriter, acts, authors: this.#authors(peer, kept), projection };
  }

  #state(peer: Peer, kept: KeptSection, vector: Uint8Array | null): ServerMessage {
    const update = Y.encodeStateAsUpdate(kept.doc, vector ?? undefined);
    return { type: 'state', section: kept.section, epoch: kept.epoch, authors: this.#authors(peer, kept), update };
  }

  #authors(peer: Peer, kept: KeptSection): ClientAuthor[] {
    const told = peer.told.get(kept.section) ?? new Set();
    peer.told.set(kept.section, told);
    const authors: ClientAuthor[] = [];
    for (const { principal, leases } of this.devices.values()) {
      for (const client of leases) {
        if (told.has(client) || !kept.doc.store.clients.has(client)) continue;
        told.add(client);
        authors.push({ client, principal, name: `Name of ${principal}`, organisation: 'school' });
      }
    }
    return authors;
  }

  #cursor(): Extract<ServerMessage, { type: 'cursor' }> {
    const cursor = new Uint8Array(CURSOR_BYTES);
    new DataView(cursor.buffer).setUint32(0, this.#seq);
    new DataView(cursor.buffer).setUint32(4, this.rights);
    return { type: 'cursor', cursor };
  }

  #kept(section: SectionId): KeptSection {
    const kept = this.sections.get(section);
    if (kept === undefined) throw new Error('no such section');
    return kept;
  }
}

function readCursor(cursor: Uint8Array): { seq: number; rights: number } {
  const view = new DataView(cursor.buffer, cursor.byteOffset);
  return { seq: view.getUint32(0), rights: view.getUint32(4) };
}
