/**
 * Caseload sync as messages, bytes and state machines, and the admission of updates; without I/O.
 *
 * - Messages: {@link ClientMessage} and {@link ServerMessage}, with ids, codes and limits.
 * - Bytes: {@link encodeClientFrames}, {@link encodeServerFrames} and the decoders; they refuse, they never throw.
 * - Machines: {@link clientSession} and {@link serverSession}: state and event in, state and effects out.
 * - Admission: {@link admit} judges an update before anything is applied.
 *
 * @packageDocumentation
 */
export { admit } from './admission/admit.ts';
export { restamp, type Restamped, type RestampInput } from './restamp/restamp.ts';
export { clientsInUpdate } from './admission/clients-in-update.ts';
export { ADMISSION_LIMITS, type AdmissionLimits } from './admission/limits.ts';
export type { Admission, AdmissionInput } from './admission/admission.ts';
export type { ClientEffect, StoreEvent } from './client/client-effect.ts';
export { clientSession, type ClientStep } from './client/client-session.ts';
export {
  type Catching,
  type ClientOptions,
  type ClientPhase,
  type ClientState,
  type Live,
  initialClient,
} from './client/client-state.ts';
export { clientStatus, type ClientStatus } from './client/client-status.ts';
export { CLIENT } from './client/client-times.ts';
export type { ClientEvent, TokenAnswer } from './client/client-event.ts';
export type { Decoded } from './bytes/decoded.ts';
export { FRAME, openFrame, type Opened, type PartialPayload } from './bytes/frame.ts';
export { CLOSE, type CloseBand, closeBand, type CloseCode } from './close-codes.ts';
export { HOLD_CODES, type HoldCode, BATCH_REFUSAL_CODES, type BatchRefusalCode } from './codes.ts';
export { type Cursor, CURSOR_BYTES, isCursor } from './cursor.ts';
export { decodeClientMessages, decodeServerMessages, encodeClientFrames, encodeServerFrames } from './encode-frames.ts';
export {
  type DeviceId,
  deviceIdFrom,
  isDeviceId,
  isPrincipalId,
  isRecordId,
  isSectionId,
  type PrincipalId,
  type RecordId,
  recordIdFrom,
  type SectionId,
  sectionIdFrom,
} from './ids.ts';
export { WIRE } from './limits.ts';
export { isRecordKind } from './record-kind.ts';
export type {
  ClientMessage,
  Decide,
  Hello,
  Lease,
  Presence,
  Push,
  PushPart,
  Reauth,
  Received,
  Want,
  WantedSection,
} from './messages/client-message.ts';
export type { Acts, ClientAuthor, EnterHeader, FactsHeader } from './messages/header.ts';
export type {
  BatchResult,
  Change,
  CursorMoved,
  DecisionMade,
  Enter,
  Facts,
  Leave,
  Leased,
  Manifest,
  NotDecided,
  Outcome,
  PresenceOf,
  Reauthed,
  ServerBye,
  ServerMessage,
  State,
  Welcome,
} from './messages/server-message.ts';
export type { Moment } from './moment.ts';
export { isTooOld, type WriterVersions } from './writer-versions.ts';
export { SERVER } from './server/server-times.ts';
export { roomFor, serverSession, type ServerStep } from './server/server-session.ts';
export { type Allowance, type ServerPhase, type ServerState, initialServer } from './server/server-state.ts';
export type { ServerEffect } from './server/server-effect.ts';
export type { ServerEvent } from './server/server-event.ts';
export type { FieldShape, Shape } from './shape.ts';
