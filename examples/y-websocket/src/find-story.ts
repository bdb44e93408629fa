import { FamilyStoryDocument, type FamilyStoryQuery } from './generated/graphql.ts';

/** A section of a family's record, and what lets somebody in to it. */
export interface Story {
  readonly family: string;
  readonly section: string;
  readonly token: string;
}

/** Signs a practitioner of the demonstration in, and asks by GraphQL for the section that holds a family's story. */
export async function findStory(server: string, practitioner: string, name: string): Promise<Story> {
  const post = async (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await fetch(`${server}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered with ${answer.status}. Does the server run with its demo?`);
    return answer.json() as Promise<unknown>;
  };
  // A service with an OpenID issuer signs its people in there instead.
  const { token } = (await post('/demo/sign-in', { person: practitioner })) as { readonly token: string };
  const asked = await post(
    '/graphql',
    { query: FamilyStoryDocument.toString(), variables: { name } },
    { authorization: `Bearer ${token}` },
  );
  const [family] = (asked as { readonly data: FamilyStoryQuery }).data.caseload.nodes;
  const section = family?.sections.find((one) => one.name === 'plan.shared');
  if (family === undefined || section === undefined) throw new Error(`${practitioner} has no family called ${name}.`);
  return { family: family.name ?? name, section: section.id, token };
}
