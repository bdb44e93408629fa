import type { ChronologyView } from '../sections/chronology-shared.ts';
import type { Finding, RuleContext } from './finding.ts';

/** What a chronology leaves to be looked at. */
export const chronologyFindings = (view: ChronologyView, { today }: RuleContext): readonly Finding[] =>
  view.events
    .filter(({ occurredOn }) => occurredOn !== null && occurredOn > today)
    .map(({ id }) => ({
      rule: 'F7',
      severity: 'query',
      path: 'events.occurredOn',
      row: id,
      words: 'This event is dated in the future: check the date.',
    }));
