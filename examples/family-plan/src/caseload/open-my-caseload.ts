import {
  browserClock,
  browserRandom,
  indexedDbStore,
  tabChannel,
  webLocks,
  webSocketTransport,
} from '@caseweave/browser';
import { openCaseload, type Caseload } from '@caseweave/caseload';
import { project, sectionFor } from '@caseweave/family';
import { appDecisions } from '../decisions/app-decisions.ts';
import type { Practitioner } from '../sign-in/practitioner.ts';
import { giveToken } from '../sign-in/signed-in.ts';
import { isSwitchedOff } from './kept-switch.ts';

/** Opens the caseload of a practitioner on this device: at once from what is stored, then from the server. */
export function openMyCaseload(practitioner: Practitioner): Promise<Caseload> {
  const scope = { authority: window.location.host, principal: practitioner.id };
  const url = new URL('/sync', window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return openCaseload({
    store: indexedDbStore(scope),
    transport: webSocketTransport({ url: url.href }),
    clock: browserClock,
    random: browserRandom,
    locks: webLocks(scope),
    channel: tabChannel(scope),
    token: giveToken,
    schemas: sectionFor,
    project,
    decisions: appDecisions(practitioner),
    switchedOn: !isSwitchedOff(),
  });
}
