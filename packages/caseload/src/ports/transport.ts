/** What a connection tells. After `closed` it tells nothing more. */
export interface ConnectionEvents {
  opened(): void;
  /** A binary message has arrived. */
  frame(bytes: Uint8Array): void;
  /** The connection has ended, or could not be made (1006). Not told after this side has closed it. */
  closed(code: number): void;
}

/** One connection to the server. */
export interface Connection {
  send(frame: Uint8Array): void;
  close(code: number): void;
}

/** How a device reaches its server. */
export interface Transport {
  /** Begins a connection that speaks this subprotocol. It tells nothing before this call has returned. */
  connect(events: ConnectionEvents, subprotocol: string): Connection;
}
