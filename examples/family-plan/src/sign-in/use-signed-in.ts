import { useSyncExternalStore } from 'react';
import { onSignedIn, signedIn, type SignedIn } from './signed-in.ts';

/** Who is signed in on this tab, or null. */
export const useSignedIn = (): SignedIn | null => useSyncExternalStore(onSignedIn, signedIn);
