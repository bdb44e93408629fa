import type { DecisionPort } from '@caseweave/caseload';
import { earlyHelp, type Principal } from '@caseweave/family';
import { decisionPort, type NamedWho } from '@caseweave/model';
import type { Practitioner } from '../sign-in/practitioner.ts';
import { keptKnownHere, knownAround } from './known-here.ts';

/** What commands mean, for a caseload: by the domain's own rules, with the names that this device knows at that moment. */
export function appDecisions(practitioner: Practitioner): DecisionPort {
  const port = () => {
    const known = keptKnownHere(practitioner.id);
    return decisionPort(earlyHelp, known.me ?? strangerCalled(practitioner), knownAround(known));
  };
  return {
    record: (command) => port().record(command),
    records: (command, facts, by) => port().records(command, facts, by),
    fold: (facts, command, by) => port().fold(facts, command, by),
    words: (command) => port().words(command),
    check: (command) => port().check(command),
  };
}

/** Until the server was reached once, one has a name and no rights. */
const strangerCalled = ({ id, name, agency }: Practitioner): NamedWho<Principal> => ({
  who: { id, kind: 'practitioner', agency: null, roles: [], hub: null },
  name,
  organisation: agency,
});
