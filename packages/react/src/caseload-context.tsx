import type { Caseload } from '@caseweave/caseload';
import { createContext, type ReactNode, useContext } from 'react';

const CaseloadContext = createContext<Caseload | null>(null);

/** Gives an open caseload to the components inside. */
export function CaseloadProvider({
  caseload,
  children,
}: {
  readonly caseload: Caseload;
  readonly children: ReactNode;
}) {
  return <CaseloadContext value={caseload}>{children}</CaseloadContext>;
}

/**
 * The caseload that the nearest provider gives.
 *
 * @throws Error outside a provider
 */
export function useCaseload(): Caseload {
  const caseload = useContext(CaseloadContext);
  if (caseload === null) throw new Error('No caseload here: put a CaseloadProvider around this component.');
  return caseload;
}
