import { StoreFailure, type StoreFailureCode } from '@caseweave/caseload';

const codes: Readonly<Record<string, StoreFailureCode>> = {
  QuotaExceededError: 'quota',
  VersionError: 'newer',
  SecurityError: 'unavailable',
  InvalidStateError: 'closed',
  // The connection was closed while the transaction ran: the site's data was cleared, mostly.
  AbortError: 'closed',
};

/** Names what the browser threw. */
export function storeFailure(error: unknown): StoreFailure {
  if (error instanceof StoreFailure) return error;
  if (!(error instanceof Error)) return new StoreFailure('failed');
  return new StoreFailure(codes[error.name] ?? 'failed', error.name);
}
