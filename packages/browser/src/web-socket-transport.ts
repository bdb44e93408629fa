import type { Transport } from '@caseweave/caseload';

/** Where the server's sync endpoint is. */
export interface WebSocketOptions {
  /** Such as `wss://plans.example.org/sync`. */
  readonly url: string;
}

/** Reaches the server by one WebSocket. */
export function webSocketTransport({ url }: WebSocketOptions): Transport {
  return {
    connect: (events, subprotocol) => {
      const socket = new WebSocket(url, subprotocol);
      socket.binaryType = 'arraybuffer';
      let isOver = false;
      socket.addEventListener('open', () => {
        if (!isOver) events.opened();
      });
      socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        // Only binary messages are spoken here; an empty frame is none that the protocol knows, and ends it.
        if (!isOver) events.frame(data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array());
      });
      socket.addEventListener('close', ({ code }) => {
        if (isOver) return;
        isOver = true;
        events.closed(code);
      });
      return {
        send: (frame) => {
          if (socket.readyState === WebSocket.OPEN) socket.send(Uint8Array.from(frame));
        },
        close: (code) => {
          isOver = true;
          socket.close(code);
        },
      };
    },
  };
}
