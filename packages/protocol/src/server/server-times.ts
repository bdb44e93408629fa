/** How long a server's connection waits for what, in milliseconds, and how much it lets a device do. */
export const SERVER = {
  /** For the `hello`, and for the answer to it. */
  helloWithin: 10_000,
  /** A device that says nothing for so long is gone; an honest one pings. */
  idleAfter: 60_000,
  /** For all of a fragmented payload. */
  payloadWithin: 120_000,
  /** Bytes sent and not told as received above which catching up waits. */
  downWindow: 1024 * 1024,
  /** Above this the device is cut off, to go on by its cursor. */
  downLimit: 8 * 1024 * 1024,
  /** So long without a word about bytes that were sent, the device is cut off too. */
  receivedWithin: 60_000,
  /** Messages that a device may send at once, and how many it earns a second. */
  messageBurst: 512,
  messagesPerSecond: 128,
  /** Twice what an honest device sends, since networks bunch messages. What is over it is left out. */
  presenceBurst: 16,
  presencePerSecond: 8,
} as const;
