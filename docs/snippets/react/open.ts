import { browserPorts } from '@caseweave/browser';
import { type DecisionPort, openCaseload, type TokenSource } from '@caseweave/caseload';
import { earlyHelp, planShared } from '@caseweave/family';
import { decisionPort, nothingKnown, sectionPort } from '@caseweave/model';
import { ourPlan } from '../declare/extend.ts';

/** Opens the caseload of somebody who signed in, with a council's own fields and with decisions. */
export function openFor(principal: string, token: TokenSource) {
  // Who is signed in, and the names of others, as far as your app knows them: an app asks GraphQL for `me`.
  const me = {
    who: {
      id: principal,
      kind: 'practitioner',
      agency: { id: 'early-help', kind: 'la_early_help' },
      roles: ['lead'],
      hub: null,
    },
    name: principal,
    organisation: 'Early help',
  } as const;
  const decisions: DecisionPort = decisionPort(earlyHelp, me, nothingKnown);
  const sections = sectionPort(earlyHelp);
  return openCaseload({
    ...browserPorts({ authority: location.host, principal }),
    token,
    ...sections,
    schemas: (name) => (name === planShared.name ? ourPlan : sections.schemas(name)),
    decisions,
  });
}
