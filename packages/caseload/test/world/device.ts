import {
  type Caseload,
  type CaseloadOptions,
  manualClock,
  memoryDisk,
  memoryLocks,
  memoryTabs,
  openCaseload,
  seededRandom,
} from '@caseweave/caseload';
import { setImmediate } from 'node:timers/promises';
import { decisionPort } from './decisions.ts';
import type { LoopbackAuthority } from './loopback-authority.ts';
import { project, schemas } from './schemas.ts';

/** All ports in memory answer in microtasks: once the next macrotask comes, everything that can happen has happened. */
export const settled = () => setImmediate();

/** One person's device: a disk, a clock, a network, and tabs on it. */
export function device(authority: LoopbackAuthority, principal: string, seed = 1) {
  const disk = memoryDisk();
  const clock = manualClock();
  const link = authority.link(principal);
  let locks = memoryLocks();
  let tab = memoryTabs();
  const random = seededRandom(seed);
  const openTab = async (more: Partial<CaseloadOptions> = {}): Promise<Caseload> => {
    const caseload = await openCaseload({
      store: disk.store(),
      transport: link.transport,
      clock,
      random,
      locks,
      channel: tab(),
      token: async () => ({ type: 'token', token: `token of ${principal}` }),
      schemas,
      project,
      decisions: decisionPort,
      references: { job: ['site'] },
      ...more,
    });
    await settled();
    return caseload;
  };
  return {
    principal,
    disk,
    clock,
    link,
    openTab,
    /** Power fails: the disk keeps what was strictly committed; locks, tabs and connections are gone. */
    crash: () => {
      link.cut(true);
      disk.crash();
      locks = memoryLocks();
      tab = memoryTabs();
      link.cut(false);
    },
    /** The network is there again, and every waiting try is made. */
    reconnect: async () => {
      link.cut(false);
      await settled();
      clock.advance(60_000);
      await settled();
    },
  };
}
