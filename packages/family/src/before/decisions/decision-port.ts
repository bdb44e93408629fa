import type { Json } from '@caseweave/record';
import { describeMember, type NamedPractitioner } from '../described/describe-record.ts';
import { type DescribedFamily, inPersonOrder, inTeamOrder } from '../described/described.ts';
import { readDescribedFamily } from '../described/read-described.ts';
import { actsOn, type Acts } from '../rights/may.ts';
import { type DecisionCommand, newRecordsOf } from './command.ts';
import type { Decided } from './decided.ts';
import { decisionWords } from './decision-words.ts';
import { factsOfNew } from './facts-of-new.ts';
import { type DecidedBy, foldDecision } from './fold-decision.ts';
import { parseCommand } from './parse-command.ts';
import type { DecisionRefusal } from './refusal.ts';

/** Whom and what an app knows by name, to show decisions that the server has not confirmed yet. */
export interface KnownNames {
  readonly practitioner: (id: string) => NamedPractitioner | undefined;
  readonly hub: (id: string) => string | undefined;
}

/** A record that a command creates, as a device may use it before the server has heard of it. */
export interface PendingRecord {
  readonly record: string;
  readonly kind: 'family' | 'person';
  readonly facts: Json;
  readonly sections: readonly { readonly section: string; readonly name: string; readonly acts: Acts }[];
}

/** What a caseload has to know of the commands of this domain. */
export interface FamilyDecisions {
  record(command: Json): string;
  records(command: Json): readonly PendingRecord[];
  fold(facts: Json, command: Json, by: DecidedBy): Json | null;
  words(command: Json): string;
  check(command: Json): DecisionRefusal | null;
}

/** Makes what an app hands to its caseload, for the person who is signed in on the device. */
export function decisionPort(me: NamedPractitioner, names: KnownNames): FamilyDecisions {
  const known: KnownNames = {
    practitioner: (id) => (id === me.principal.id ? me : names.practitioner(id)),
    hub: names.hub,
  };
  const inWords = { practitioner: (id: string) => known.practitioner(id)?.name, hub: known.hub };
  return {
    record: (json) => commandIn(json).record,
    words: (json) => decisionWords(commandIn(json), inWords),
    check(json) {
      const parsed = parseCommand(json);
      return parsed.type === 'command' ? null : (parsed.refusals[0] ?? null);
    },
    fold(facts, json, by) {
      const described = readDescribedFamily(facts);
      if (described === null) return null;
      const folded = foldDecision(decidedIn(described), commandIn(json), by);
      return folded.type === 'refused' ? null : asJson(describedWith(folded.state, described, known));
    },
    records(json) {
      const command = commandIn(json);
      return Array.from(newRecordsOf(command), ([record, kind]): PendingRecord => {
        const facts = factsOfNew(command, record, kind, me.principal);
        return {
          record,
          kind,
          facts: kind === 'family' ? newFamily(command, me, known) : { families: [command.record] },
          sections: sectionsIn(command)
            .filter((one) => one.record === record)
            .map(({ section, name }) => ({ section, name, acts: actsOn(me.principal, name, facts, 0) })),
        };
      });
    },
  };
}

/** What was not checked before it came here is the app's mistake. */
function commandIn(json: Json): DecisionCommand {
  const parsed = parseCommand(json);
  if (parsed.type === 'refused') throw new TypeError(parsed.refusals[0]?.stands ?? 'This is no command.');
  return parsed.command;
}

const sectionsIn = (command: DecisionCommand) => ('sections' in command ? command.sections : []);

function newFamily(command: DecisionCommand, me: NamedPractitioner, known: KnownNames): Json {
  const folded = foldDecision(null, command, { principal: me.principal.id, at: 0 });
  return folded.type === 'refused' ? null : asJson(describedWith(folded.state, null, known));
}

const decidedIn = ({ status, hub, lead, team, persons }: DescribedFamily): Decided => ({
  status,
  hub: hub?.id ?? null,
  lead,
  team: team.map(({ id, until }) => ({ principal: id, until })),
  persons,
});

/** Says what is decided in the form of the server, with the names that were told before or are known to the app. */
function describedWith(state: Decided, told: DescribedFamily | null, known: KnownNames): DescribedFamily {
  const { status, hub, lead, team, persons } = state;
  const toldMember = new Map(told?.team.map((member) => [member.id, member]));
  return {
    status,
    hub: hub === null ? null : told?.hub?.id === hub ? told.hub : { id: hub, name: known.hub(hub) ?? hub },
    lead,
    team: inTeamOrder(
      lead,
      team.flatMap(({ principal, until }) => {
        const member = toldMember.get(principal);
        const named = known.practitioner(principal);
        if (member !== undefined) return [{ ...member, until }];
        return named === undefined ? [] : [describeMember(named, { lead, team: [] }, until)];
      }),
    ),
    persons: inPersonOrder(persons),
  };
}

const asJson = (described: DescribedFamily): Json => JSON.parse(JSON.stringify(described)) as Json;
