/** The limits that both sides keep on the wire. */
export const WIRE = {
  /** The name that a WebSocket is opened with. */
  subprotocol: 'caseweave.v1',
  frameBytes: 256 * 1024,
  /** The whole of a fragmented payload, server to device. */
  downPayloadBytes: 64 * 1024 * 1024,
  /** The whole of a fragmented payload, device to server. */
  upPayloadBytes: 8 * 1024 * 1024,
  /** All that may arrive before a `hello` has been accepted. */
  helloBytes: 64 * 1024,
  tokenBytes: 16 * 1024,
  presenceBytes: 1024,
  nameBytes: 256,
  /** Batches and decisions that a device may have sent and not heard about. */
  batchesInFlight: 8,
  partsInBatch: 64,
  /** The JSON of one command. */
  commandBytes: 64 * 1024,
  /** Sections that a device asks for in one message. */
  sectionsInWant: 64,
  leasesInRequest: 16,
  presenceSections: 8,
  /** Presence messages a second that a device sends. */
  presencePerSecond: 4,
  messagesInPayload: 4096,
} as const;
