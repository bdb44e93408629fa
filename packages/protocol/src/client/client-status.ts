import type { ClientState } from './client-state.ts';

/** How a device's connection looks to the person at it. */
export interface ClientStatus {
  readonly connection: 'online' | 'connecting' | 'offline' | 'switched-off' | 'sign-in-needed' | 'stopped';
  /** When it became so, by the machine's clock. */
  readonly since: number;
  /** For `stopped`: the close code, and the server's words if it gave any. */
  readonly stopped: { readonly code: number; readonly words: string | null } | null;
  /** How far a manifest has been fulfilled; null when nothing is being fetched. */
  readonly firstSync: { readonly have: number; readonly of: number } | null;
}

/** Tells how a device's connection looks. */
export function clientStatus({ phase, since }: ClientState): ClientStatus {
  const status = { since, stopped: null, firstSync: null };
  switch (phase.type) {
    case 'idle':
    case 'waiting':
      return { ...status, connection: 'offline' };
    case 'asking-token':
    case 'connecting':
    case 'greeting':
      return { ...status, connection: 'connecting' };
    case 'live': {
      const { catching } = phase.live;
      if (catching === null) return { ...status, connection: 'online' };
      const have = catching.wanted === null ? 0 : catching.of - catching.wanted.size;
      return { ...status, connection: 'online', firstSync: { have, of: catching.of } };
    }
    case 'switched-off':
    case 'sign-in-needed':
      return { ...status, connection: phase.type };
    case 'stopped':
      return { ...status, connection: 'stopped', stopped: { code: phase.code, words: phase.words } };
  }
}
