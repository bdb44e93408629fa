import type { OpenSection } from '@caseweave/caseload';
import { useEffect } from 'react';
import type { Transaction } from 'yjs';
import { announce } from '../page/announcer.ts';
import { readHere } from './here.ts';

/** Has it read out, now and then, that others changed something on this page. */
export function useAnnouncedChanges(section: OpenSection | undefined, what: string): void {
  const current = section?.current;
  useEffect(() => {
    if (section === undefined || current === undefined) return undefined;
    const { doc } = current;
    const onTransaction = (transaction: Transaction) => {
      if (transaction.changed.size === 0 || current.isOwn(transaction)) return;
      const here = readHere(section.presence.getStates(), doc.clientID);
      const name = here.find(
        ({ client }) => transaction.afterState.get(client) !== transaction.beforeState.get(client),
      )?.name;
      announce(`${name ?? 'Somebody else'} changed ${what}.`);
    };
    doc.on('afterTransaction', onTransaction);
    return () => doc.off('afterTransaction', onTransaction);
  }, [section, current, what]);
}
