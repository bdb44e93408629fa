/** How long a device's connection waits for what, in milliseconds, and how much it does at once. */
export const CLIENT = {
  /** For a socket to open, and for the welcome after it has. */
  connectWithin: 20_000,
  /** Quiet for so long, the device asks whether the server is still there. */
  pingAfter: 25_000,
  pongWithin: 10_000,
  /** For all of a fragmented payload. */
  payloadWithin: 120_000,
  backOffBase: 500,
  backOffCap: 30_000,
  /** A connection that held for so long begins the next back-off afresh. */
  steadyAfter: 10_000,
  /** A new token is asked for this long before the old one ends, or at half its life if that is later. */
  reauthBefore: 60_000,
  reauthAgainAfter: 5_000,
  /** What was received is told once it is this much, or this old. */
  tellReceivedBytes: 64 * 1024,
  tellReceivedAfter: 2_000,
  /** Sections asked for and not yet answered. */
  wantsOutstanding: 128,
} as const;
