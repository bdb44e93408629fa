import type { State, WantedSection } from '@caseweave/protocol';
import type { KnownWho } from '../directory/people.ts';
import type { Node } from '../node/node.ts';
import { stateMessages } from './state-messages.ts';

/** The states of those sections that somebody may read. It is asked again after loading: a right may have ended meanwhile. */
export async function readableStates(
  node: Node,
  known: KnownWho,
  wanted: readonly WantedSection[],
): Promise<readonly State[]> {
  const states = await stateMessages(node, known, await readable(node, known, wanted));
  const still = new Set((await readable(node, known, wanted)).map(({ section }) => section));
  return states.filter(({ section }) => still.has(section));
}

async function readable(
  { switchboard, model, cache, now }: Node,
  { who }: KnownWho,
  wanted: readonly WantedSection[],
): Promise<readonly WantedSection[]> {
  const sections = await switchboard.sections(wanted.map(({ section }) => section));
  const states = await cache.states([...sections.values()].map(({ record }) => record));
  return wanted.filter(({ section }) => {
    const meta = sections.get(section);
    const state = meta === undefined ? undefined : states.get(meta.record);
    return meta !== undefined && state !== undefined && model.now.may(who, 'read', meta.name, state, now());
  });
}
