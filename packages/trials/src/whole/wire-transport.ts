import type { Transport } from '@caseweave/caseload';
import { WebSocket } from 'ws';

/** The transport of a program that is no browser: a WebSocket of the `ws` package. */
export function wireTransport(url: string): Transport {
  return {
    connect: (events, subprotocol) => {
      const socket = new WebSocket(url, subprotocol);
      let isOver = false;
      socket.on('open', () => {
        if (!isOver) events.opened();
      });
      socket.on('message', (data: Buffer) => {
        if (!isOver) events.frame(new Uint8Array(data));
      });
      // What went wrong is followed by the close, which is what counts.
      socket.on('error', () => {});
      socket.on('close', (code) => {
        if (isOver) return;
        isOver = true;
        events.closed(code);
      });
      return {
        send: (frame) => socket.send(frame, () => {}),
        close: (code) => {
          isOver = true;
          if (socket.readyState === WebSocket.CONNECTING) socket.terminate();
          else socket.close(code);
        },
      };
    },
  };
}
