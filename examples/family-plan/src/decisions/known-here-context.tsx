import { createContext, useContext } from 'react';
import { nothingKnown, type KnownHere } from './known-here.ts';

/** Who one is, which hubs there are, and whom one works with. */
export const KnownHereContext = createContext<KnownHere>(nothingKnown);

/** Who one is, which hubs there are, and whom one works with. */
export const useKnownHere = (): KnownHere => useContext(KnownHereContext);
