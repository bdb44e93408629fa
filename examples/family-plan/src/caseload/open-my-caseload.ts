import {
  browserClock,
  browserRandom,
  indexedDbStore,
  type Scope,
  tabChannel,
  webLocks,
  webSocketTransport,
} from '@caseweave/browser';
import { memoryDisk, memoryLocks, memoryTabs, openCaseload, type Caseload } from '@caseweave/caseload';
import { earlyHelp } from '@caseweave/family';
import { sectionPort } from '@caseweave/model';
import { attentionWords } from '../words/attention-words.ts';
import { appDecisions } from '../decisions/app-decisions.ts';
import { isKeptOnDevice, type Practitioner } from '../sign-in/practitioner.ts';
import { giveToken } from '../sign-in/signed-in.ts';
import { isSwitchedOff } from '../offline/kept-switch.ts';

/**
 * Opens somebody's caseload on this device: at once from what is stored, then from the server. Of a family's own people
 * nothing is stored: each tab has their plan from the server, in its memory.
 */
export function openMyCaseload(practitioner: Practitioner): Promise<Caseload> {
  const isKept = isKeptOnDevice(practitioner);
  const scope = { authority: window.location.host, principal: practitioner.id };
  const url = new URL('/sync', window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return openCaseload({
    ...(isKept ? onDevice(scope) : inThisTab()),
    transport: webSocketTransport({ url: url.href }),
    clock: browserClock,
    random: browserRandom,
    token: giveToken,
    ...sectionPort(earlyHelp),
    decisions: appDecisions(practitioner),
    attentionWords,
    onError: (where, error) => console.error(`A function of this app has thrown: ${where}`, error),
    switchedOn: !isKept || !isSwitchedOff(),
  });
}

const onDevice = (scope: Scope) => ({
  store: indexedDbStore(scope),
  locks: webLocks(scope),
  channel: tabChannel(scope),
});

const inThisTab = () => ({ store: memoryDisk().store(), locks: memoryLocks(), channel: memoryTabs()() });
