/** Follows a family by server-sent events: `for await (const event of await follow(server, family)) …`. */
import { bodyOf } from './ask.ts';
import { FollowFamilyDocument, type FollowFamilySubscription } from './generated/graphql.ts';

type FamilyEvent = FollowFamilySubscription['familyChanged'];

/** Once it is there, nothing that changes is missed. */
export async function follow(
  { url, token }: { readonly url: string; readonly token: string },
  family: string,
): Promise<AsyncGenerator<FamilyEvent>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${token}` },
    body: bodyOf(FollowFamilyDocument, { family }),
  });
  if (response.body === null || !response.ok) throw new Error(await response.text());
  return eventsIn(response.body);
}

async function* eventsIn(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<FamilyEvent> {
  let rest = '';
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    const blocks = `${rest}${chunk}`.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const lines = block.split('\n');
      const data = lines.find((line) => line.startsWith('data:'))?.slice('data:'.length);
      if (!lines.includes('event: next') || data === undefined) continue;
      const told = JSON.parse(data) as { readonly data?: FollowFamilySubscription; readonly errors?: unknown };
      if (told.data === undefined) throw new Error(data);
      yield told.data.familyChanged;
    }
  }
}
