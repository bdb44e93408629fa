import { useCallback, useEffect, useState } from 'react';
import { askOffer, rememberedOffer, type SignInOffer } from './sign-in-offer.ts';

/** How one signs in here: as it was when the server was last asked, until it has answered again. */
export function useSignInOffer(): {
  readonly offer: SignInOffer | null;
  readonly isUnreachable: boolean;
  readonly again: () => void;
} {
  const [offer, setOffer] = useState(rememberedOffer);
  const [isUnreachable, setUnreachable] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    const ask = async () => {
      const asked = await askOffer();
      if (!wanted) return;
      setUnreachable(asked === null);
      if (asked !== null) setOffer(asked);
    };
    void ask();
    return () => {
      wanted = false;
    };
  }, [attempt]);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  return { offer, isUnreachable, again };
}
