import { randomBytes } from 'node:crypto';
import {
  type Caseload,
  type Clock,
  memoryDisk,
  memoryLocks,
  memoryTabs,
  openCaseload,
  type Transport,
} from '@caseweave/caseload';
import { earlyHelp } from '@caseweave/family';
import { sectionPort } from '@caseweave/model';
import type { WebSocket } from 'ws';

const clock: Clock = {
  now: () => Date.now(),
  steady: () => performance.now(),
  wakeIn: (milliseconds, wake) => {
    const timer = setTimeout(wake, Math.max(0, milliseconds) + 1);
    return () => clearTimeout(timer);
  },
};

/** A device whose disk is memory and whose sockets are of the class that is given. */
export function ourDevice(url: string, token: string) {
  const disk = memoryDisk();
  return {
    open: (Socket: typeof WebSocket): Promise<Caseload> =>
      openCaseload({
        store: disk.store(),
        transport: transportOf(url, Socket),
        clock,
        random: { bytes: (length) => new Uint8Array(randomBytes(length)), number: () => Math.random() },
        locks: memoryLocks(),
        channel: memoryTabs()(),
        token: async () => ({ type: 'token', token }),
        ...sectionPort(earlyHelp),
      }),
  };
}

const transportOf = (url: string, Socket: typeof WebSocket): Transport => ({
  connect: (events, subprotocol) => {
    const socket = new Socket(url, subprotocol);
    socket.on('open', () => events.opened());
    socket.on('message', (data: Buffer) => events.frame(new Uint8Array(data)));
    socket.on('error', () => undefined);
    socket.on('close', (code) => events.closed(code));
    return { send: (frame) => socket.send(frame), close: (code) => socket.close(code) };
  },
});
