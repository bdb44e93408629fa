import type { Server } from 'node:http';

/** Tells the parent where this server is, and what its processor time is when it asks; ends with it. */
export function serveParent(http: Server): void {
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: (user + system) / 1_000 });
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ port: address.port });
}
