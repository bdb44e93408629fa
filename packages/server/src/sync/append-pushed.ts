import type { BatchResult, Hello, Push } from '@caseweave/protocol';
import { batchHash } from '../log/batch.ts';
import type { Node } from '../node/node.ts';
import { type FromDevice, positionOf } from './from-device.ts';

/** What a device may write under, and understands. */
interface Writing {
  readonly leasedTo: (client: number) => boolean;
  readonly versions: Hello['versions'];
}

/** Hands what a device has written to the committer, and gives what became of it. */
export function appendPushed(
  node: Node,
  from: FromDevice,
  { batch, parts }: Push,
  { leasedTo, versions }: Writing,
): Promise<BatchResult> {
  const { committer, now } = node;
  return committer.append({
    device: from.device,
    principal: from.principalId,
    batch,
    hash: batchHash(parts),
    parts: parts.map(({ section, epoch, update, written }) => ({
      section,
      epoch,
      update,
      base: positionOf(node, from, written),
    })),
    leasedTo,
    versions,
    at: now(),
  });
}
