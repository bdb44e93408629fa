import { may } from '@caseweave/family';
import type { State, WantedSection } from '@caseweave/protocol';
import type { KnownPrincipal } from '../directory/people.ts';
import type { Node } from '../node.ts';
import { stateMessages } from './state-messages.ts';

/** The states of those sections that somebody may read. It is asked again after loading: a right may have ended meanwhile. */
export async function readableStates(
  node: Node,
  known: KnownPrincipal,
  wanted: readonly WantedSection[],
): Promise<readonly State[]> {
  const states = await stateMessages(node, known, await readable(node, known, wanted));
  const still = new Set((await readable(node, known, wanted)).map(({ section }) => section));
  return states.filter(({ section }) => still.has(section));
}

async function readable(
  { switchboard, directory, now }: Node,
  { principal }: KnownPrincipal,
  wanted: readonly WantedSection[],
): Promise<readonly WantedSection[]> {
  const sections = await switchboard.sections(wanted.map(({ section }) => section));
  const facts = await directory.facts([...sections.values()].map(({ record }) => record));
  return wanted.filter(({ section }) => {
    const meta = sections.get(section);
    const decided = meta === undefined ? undefined : facts.get(meta.record)?.facts;
    return meta !== undefined && decided !== undefined && may(principal, 'read', meta.name, decided, now());
  });
}
