import { momentInWords } from '../words/dates.ts';
import { plural } from '../words/plural.ts';

/** What the status line needs to know. */
export interface StatusFacts {
  readonly connection: 'online' | 'connecting' | 'offline' | 'switched-off' | 'sign-in-needed' | 'stopped';
  readonly since: number;
  /** Changes on their way into this device's store. */
  readonly saving: number;
  readonly onDevice: number;
  readonly attention: number;
}

/**
 * What has become of the work of this device.
 *
 * @param isKept - whether it is kept on the device, and not in the open page alone
 */
export function workInWords({ saving, onDevice, attention }: StatusFacts, isKept = true): string {
  const stored = saving > 0 ? `Storing ${plural(saving, 'change')}` : null;
  const where = isKept ? 'on this device' : 'in this page only, and not sent yet';
  const waiting = onDevice > 0 ? `${plural(onDevice, 'change')} ${onDevice === 1 ? 'is' : 'are'} ${where}` : null;
  const attended =
    attention > 0 ? `${plural(attention, 'change')} ${attention === 1 ? 'needs' : 'need'} attention` : null;
  return [stored, waiting, attended].filter((part) => part !== null).join(', ') || 'All changes are on the server';
}

/** How this device is connected, and since when. */
export function connectionInWords({ connection, since }: StatusFacts, now: number): string {
  const sinceWhen = `since ${momentInWords(since, now)}`;
  switch (connection) {
    case 'online':
      return 'Online';
    case 'connecting':
      return 'Connecting';
    case 'offline':
      return `Offline ${sinceWhen}`;
    case 'switched-off':
      return `Offline ${sinceWhen}, by your switch`;
    case 'sign-in-needed':
      return 'Your sign-in has run out';
    case 'stopped':
      return `Stopped ${sinceWhen}`;
  }
}
