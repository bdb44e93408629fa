import type { CaseloadStatus } from './caseload.ts';

/** The state of a caseload in plain words. */
export interface StatusWords {
  /** What has become of the work of this device: `2 changes are on this device`. */
  readonly work: string;
  /** How the device is connected: `Offline`. */
  readonly connection: string;
}

/**
 * Says how a caseload is, in words that are true: what is not at the server is never said to be. An app that says more, such
 * as since when, makes its own from the status.
 */
export const statusWords = (status: CaseloadStatus): StatusWords => ({
  work: workWords(status),
  connection: connectionWords(status),
});

function workWords({ saving, onDevice, attention }: CaseloadStatus): string {
  const parts = [
    ...(saving > 0 ? [`Storing ${changes(saving)}`] : []),
    ...(onDevice > 0 ? [`${changes(onDevice)} ${onDevice === 1 ? 'is' : 'are'} on this device only`] : []),
    ...(attention > 0 ? [`${changes(attention)} ${attention === 1 ? 'needs' : 'need'} attention`] : []),
  ];
  return parts.join(', ') || 'All changes are on the server';
}

function connectionWords({ connection }: CaseloadStatus): string {
  switch (connection) {
    case 'online':
      return 'Online';
    case 'connecting':
      return 'Connecting';
    case 'offline':
      return 'Offline';
    case 'switched-off':
      return 'Offline, by your switch';
    case 'sign-in-needed':
      return 'Your sign-in has run out';
    case 'stopped':
      return 'Stopped';
  }
}

const changes = (count: number): string => (count === 1 ? '1 change' : `${count} changes`);
