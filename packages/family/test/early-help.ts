import { earlyHelp, type Principal } from '@caseweave/family';
import {
  type Act,
  type Acts,
  type Finding,
  findingsIn,
  isSeen,
  type Known,
  nothingKnown,
  type RuleContext,
  sectionPort,
  toldFacts,
} from '@caseweave/model';
import { type Flat, stateOf } from './records.ts';

/** What somebody may do with a section of a record. */
export const actsOn = (who: Principal, section: string, record: Flat, at: number): Acts =>
  earlyHelp.acts(who, section, stateOf(record), at);

/** Whether somebody may act on a section of a record. */
export const may = (who: Principal, act: Act, section: string, record: Flat, at: number): boolean =>
  earlyHelp.may(who, act, section, stateOf(record), at);

/** Whether a reader may know that somebody has to do with a record. */
export const sees = (reader: Principal, other: Principal, record: Flat, at: number): boolean =>
  isSeen(earlyHelp, reader, other, stateOf(record), at);

/** What a reader is told of a record. */
export const told = (reader: Principal, record: Flat, at: number, known: Known = nothingKnown): unknown =>
  toldFacts(earlyHelp, reader, stateOf(record), known, at);

/** What a section leaves to be looked at. */
export function findings(name: string, view: unknown, context: RuleContext): readonly Finding[] {
  const part = earlyHelp.section(name)?.part;
  return part === undefined ? [] : findingsIn(earlyHelp, part, view as never, context);
}

/** What lists show of a section. */
export const project = (name: string, view: unknown, questions = 0) =>
  sectionPort(earlyHelp).project(name, view, questions);
