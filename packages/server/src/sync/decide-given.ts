import type { BatchResult, Decide } from '@caseweave/protocol';
import { commandHash } from '../decisions/command-outcomes.ts';
import type { Node } from '../node/node.ts';
import { type FromDevice, positionOf } from './from-device.ts';

/** Has a command of a device judged, and gives what became of it. */
export async function decideGiven(
  node: Node,
  from: FromDevice,
  { batch, written, command }: Decide,
): Promise<BatchResult> {
  const { decisions, now } = node;
  const outcome = await decisions.command({
    principal: from.principalId,
    command: jsonOf(command),
    base: positionOf(node, from, written),
    key: { type: 'batch', device: from.device, batch, hash: commandHash(command) },
    at: now(),
    reason: null,
  });
  switch (outcome.type) {
    case 'decided':
      return { type: 'taken' };
    case 'not-decided':
      return outcome;
    case 'key-reused':
      return { type: 'refused', code: 'cloned-device', part: 0, client: null };
  }
}

/** What is no JSON is no command; that is for its judge to say. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
