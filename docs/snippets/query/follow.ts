/** Follows a family by server-sent events, until the callback has heard enough or the stream ends. */
import { FollowFamilyDocument, type FollowFamilySubscription } from './generated/graphql.ts';

type Event = FollowFamilySubscription['familyChanged'];

export async function follow(
  { url, token }: { readonly url: string; readonly token: string },
  family: string,
  heard: (event: Event) => 'more' | 'enough',
): Promise<void> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ query: FollowFamilyDocument.toString(), variables: { family } }),
  });
  if (response.body === null) return;
  let rest = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const blocks = `${rest}${chunk}`.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const lines = block.split('\n');
      const data = lines.find((line) => line.startsWith('data:'))?.slice('data:'.length);
      if (!lines.includes('event: next') || data === undefined) continue;
      const { data: told } = JSON.parse(data) as { readonly data?: FollowFamilySubscription };
      if (told !== undefined && heard(told.familyChanged) === 'enough') return;
    }
  }
}
