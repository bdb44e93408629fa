import { MeDocument as meQuery } from '../../generated/graphql.ts';
import { isFamilyRole, type Practitioner } from '../practitioner.ts';

/** Who one is here; `not-registered`, where the issuer knows one and this authority does not. */
export type Me =
  | { readonly type: 'known'; readonly practitioner: Practitioner }
  | { readonly type: 'not-registered' }
  | { readonly type: 'unreachable' };

/** Asks the server who the bearer of a token is in its directory. */
export async function whoAmI(token: string): Promise<Me> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        authorization: `Bearer ${token}`,
        'x-graphql-yoga-csrf': '1',
      },
      body: JSON.stringify({ query: meQuery.toString() }),
    });
    if (response.status === 401 || response.status === 403) return { type: 'not-registered' };
    if (!response.ok) return { type: 'unreachable' };
    // The shape is the server's promise, which the generated types were made from.
    const { data } = (await response.json()) as { readonly data: MeAnswer };
    const { id, name, agency, hub, roles } = data.me;
    const role = roles.map(({ words }) => words).join(', ');
    const ofFamily = isFamilyRole(roles);
    const practitioner = { id, name, agency: agency?.name ?? '', hub: hub?.name ?? null, role, ofFamily };
    return { type: 'known', practitioner };
  } catch {
    return { type: 'unreachable' };
  }
}

interface MeAnswer {
  readonly me: {
    readonly id: string;
    readonly name: string;
    readonly agency: { readonly name: string } | null;
    readonly hub: { readonly name: string } | null;
    readonly roles: readonly { readonly code: string | null; readonly words: string }[];
  };
}
