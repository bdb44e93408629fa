import { useCaseloadStatus } from '@caseweave/react';
import { useEffect } from 'react';
import { useUnsavedTyping } from '../offline/unsaved-typing.ts';
import { useNow } from '../words/use-now.ts';
import { currentPasses, renewPass } from './offline-pass.ts';
import type { Practitioner } from './practitioner.ts';
import { keepSignedIn } from './signed-in.ts';

/** For those whose caseload is kept on this device: renews the offline pass while the server is in reach, and leaves the caseload once it has run out. */
export function KeepPass({ practitioner }: { readonly practitioner: Practitioner }) {
  const { connection } = useCaseloadStatus();
  const isTyping = useUnsavedTyping();
  const now = useNow();
  useEffect(() => {
    if (connection === 'online') {
      renewPass(practitioner, Date.now());
      return;
    }
    const hasPass = currentPasses(now).some((pass) => pass.practitioner.id === practitioner.id);
    // Nothing is wiped, and what is being typed is finished first.
    if (!hasPass && connection === 'offline' && !isTyping) keepSignedIn(null);
  }, [connection, practitioner, isTyping, now]);
  return null;
}
