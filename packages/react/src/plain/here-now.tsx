import type { OpenRecord } from '@caseweave/caseload';
import type { SectionSchema } from '@caseweave/record';
import { useBeingHere, usePresence } from '../use-presence.ts';

interface HereNowProps {
  readonly record: OpenRecord | undefined;
  readonly of: SectionSchema;
}

/** Who else is in a section now; whoever sees this is shown to them. */
export function HereNow({ record, of }: HereNowProps) {
  useBeingHere(record, of);
  const names = new Set(usePresence(record, of).map(({ name }) => name ?? 'Somebody'));
  return <p className="cw-here">{names.size === 0 ? 'Only you are here.' : `Here now: ${[...names].join(', ')}.`}</p>;
}
