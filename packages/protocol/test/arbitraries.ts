import {
  type ClientAuthor,
  type ClientMessage,
  CURSOR_BYTES,
  deviceIdFrom,
  type EnterHeader,
  type FactsHeader,
  HOLD_CODES,
  isPrincipalId,
  type PrincipalId,
  recordIdFrom,
  BATCH_REFUSAL_CODES,
  sectionIdFrom,
  type ServerMessage,
} from '@caseweave/protocol';
import fc from 'fast-check';

const sixteen = fc.uint8Array({ minLength: 16, maxLength: 16 });
export const aSection = sixteen.map(sectionIdFrom);
const aRecord = sixteen.map(recordIdFrom);
const aDevice = sixteen.map(deviceIdFrom);
const aCursor = fc.uint8Array({ minLength: CURSOR_BYTES, maxLength: CURSOR_BYTES });
const aNumber = fc.oneof(fc.nat(300), fc.maxSafeNat());
const aText = fc.string({ unit: 'grapheme', maxLength: 20 });
const bytes = fc.uint8Array({ maxLength: 80 });

const aPrincipal: fc.Arbitrary<PrincipalId> = fc
  .stringMatching(/^[A-Za-z0-9._-]{1,64}$/)
  .filter((text): text is PrincipalId => isPrincipalId(text));

const anAuthor: fc.Arbitrary<ClientAuthor> = fc.record({
  client: aNumber,
  principal: aPrincipal,
  name: aText,
  organisation: fc.option(aText),
});
const authors = fc.array(anAuthor, { maxLength: 3 });
const acts = fc.record({ read: fc.boolean(), write: fc.boolean(), append: fc.boolean() });
const someVersions = fc.record({
  version: aNumber,
  extensions: fc.dictionary(aText, aNumber, { maxKeys: 3, noNullPrototype: true }),
});
const anEnter: fc.Arbitrary<EnterHeader> = fc.record({
  record: aRecord,
  section: aSection,
  name: aText,
  epoch: aNumber,
  oldestWriter: someVersions,
  acts,
  authors,
  projection: fc.option(aText),
});
const someFacts: fc.Arbitrary<FactsHeader> = fc.record({
  record: aRecord,
  kind: fc.constantFrom('job', 'site', 'a', 'k-9'),
  facts: aText,
});
const presence = { section: aSection, client: aNumber, clock: aNumber, state: fc.option(aText) };
const is = <const Type extends string>(type: Type) => fc.constant(type);

export const aClientMessage: fc.Arbitrary<ClientMessage> = fc.oneof(
  fc.record({
    type: is('hello'),
    token: aText,
    device: fc.option(aDevice),
    cursor: fc.option(aCursor),
    versions: fc.dictionary(aText, someVersions, { maxKeys: 5, noNullPrototype: true }),
  }),
  fc.record({
    type: is('want'),
    sections: fc.array(fc.record({ section: aSection, vector: fc.option(bytes) }), { maxLength: 5 }),
  }),
  fc.record({
    type: is('push'),
    batch: aNumber,
    parts: fc.array(fc.record({ section: aSection, epoch: aNumber, written: fc.option(aCursor), update: bytes }), {
      maxLength: 4,
    }),
  }),
  fc.record({ type: is('decide'), batch: aNumber, written: fc.option(aCursor), command: aText }),
  fc.record({ type: is('lease'), count: aNumber }),
  fc.record({ type: is('presence'), ...presence }),
  fc.record({ type: is('reauth'), token: aText }),
  fc.record({ type: is('received'), bytes: aNumber }),
  fc.record({ type: is('ping') }),
  fc.record({ type: is('bye') }),
);

const aResult = fc.oneof(
  fc.record({ type: is('taken') }),
  fc.record({
    type: is('refused'),
    code: fc.constantFrom(...BATCH_REFUSAL_CODES),
    part: aNumber,
    client: fc.option(aNumber),
  }),
  fc.record({ type: is('held'), code: fc.constantFrom(...HOLD_CODES), part: aNumber, client: fc.option(aNumber) }),
  fc.record({ type: is('behind'), part: aNumber }),
  fc.record({ type: is('not-decided'), code: aText, words: aText, stands: fc.option(aText) }),
);

export const aServerMessage: fc.Arbitrary<ServerMessage> = fc.oneof(
  fc.record({
    type: is('welcome'),
    device: aDevice,
    principal: fc.record({ id: aPrincipal, name: aText, organisation: fc.option(aText) }),
    generation: aText,
    leases: fc.array(aNumber, { maxLength: 4 }),
    expiresAt: aNumber,
    now: aNumber,
    resumed: fc.boolean(),
  }),
  fc.record({
    type: is('manifest'),
    records: fc.array(someFacts, { maxLength: 3 }),
    sections: fc.array(anEnter, { maxLength: 3 }),
    cursor: aCursor,
  }),
  someFacts.map((facts) => ({ type: 'facts' as const, ...facts })),
  anEnter.map((enter) => ({ type: 'enter' as const, ...enter })),
  fc.record({ type: is('state'), section: aSection, epoch: aNumber, authors, update: bytes }),
  fc.record({
    type: is('change'),
    section: aSection,
    epoch: aNumber,
    authors,
    updates: fc.array(bytes, { maxLength: 4 }),
  }),
  fc.record({ type: is('leave'), record: aRecord, section: aSection }),
  fc.record({ type: is('decision'), record: aRecord, decision: aText }),
  fc.record({ type: is('cursor'), cursor: aCursor }),
  fc.record({ type: is('outcome'), batch: aNumber, result: aResult }),
  fc.record({ type: is('leased'), leases: fc.array(aNumber, { maxLength: 4 }) }),
  fc.record({
    type: is('presence'),
    ...presence,
    who: fc.record({ principal: aPrincipal, name: aText, organisation: fc.option(aText) }),
  }),
  fc.record({ type: is('reauthed'), expiresAt: aNumber }),
  fc.record({ type: is('pong') }),
  fc.record({ type: is('bye'), code: aNumber, words: aText }),
  fc.record({ type: is('bye'), code: aNumber, words: aText, retryAfter: aNumber }),
);
