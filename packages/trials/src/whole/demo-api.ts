import type { Practitioner } from './person.ts';

interface Member extends Practitioner {
  readonly agencyKind: string;
}

/** A family of the demonstration, with who works with it. */
export interface DemoFamily {
  readonly id: string;
  readonly name: string;
  readonly lead: Practitioner;
  /** The records of its people. */
  readonly people: readonly string[];
  /** Somebody of the team whose agency is of this kind. */
  memberOf(agencyKind: string): Practitioner;
}

interface TeamAnswer {
  readonly data: {
    readonly caseload: {
      readonly nodes: readonly {
        readonly id: string;
        readonly name: string;
        readonly lead: { readonly id: string } | null;
        readonly people: readonly { readonly person: { readonly id: string } }[];
        readonly team: readonly {
          readonly id: string;
          readonly agency: { readonly kind: { readonly code: string } | null } | null;
        }[];
      }[];
    };
  };
}

/** The demonstration's own ways in, for tests that need to know whom to sign in. */
export class DemoApi {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async practitioners(): Promise<readonly Practitioner[]> {
    return (await (await fetch(`${this.#url}/demo/people`)).json()) as readonly Practitioner[];
  }

  async token(practitioner: string): Promise<string> {
    const answer = await fetch(`${this.#url}/demo/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person: practitioner }),
    });
    // A server that has only just taken its port says that it is not ready yet.
    if (!answer.ok) throw new Error(`Nobody is signed in (${answer.status}).`);
    return ((await answer.json()) as { readonly token: string }).token;
  }

  /** Asks GraphQL as somebody, and gives the answer as it was sent. */
  async ask(practitioner: string, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const answer = await fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await this.token(practitioner)}` },
      body: JSON.stringify({ query, variables }),
    });
    return answer.text();
  }

  /** Finds a family by its name, led by somebody of the council's early help. */
  async familyCalled(name: string): Promise<DemoFamily> {
    const people = await this.practitioners();
    const query = `query ($name: String!) { caseload(search: $name, first: 1) { nodes {
      id name lead { id } people { person { id } } team { id agency { kind { code } } } } } }`;
    for (const { id } of people) {
      const answer = JSON.parse(await this.ask(id, query, { name })) as TeamAnswer;
      const [family] = answer.data.caseload.nodes;
      if (family?.lead?.id !== id || agencyOf(family, id) !== 'la_early_help') continue;
      const members = family.team.flatMap((member): Member[] => {
        const person = people.find((practitioner) => practitioner.id === member.id);
        return person === undefined ? [] : [{ ...person, agencyKind: kindOf(member.agency) }];
      });
      const found = (fits: (member: Member) => boolean): Practitioner => {
        const member = members.find(fits);
        if (member === undefined) throw new Error(`Nobody of that agency works with the ${name} family.`);
        return member;
      };
      return {
        id: family.id,
        name: family.name,
        people: family.people.map(({ person }) => person.id),
        lead: found((member) => member.id === id),
        memberOf: (agencyKind) => found((member) => member.id !== id && member.agencyKind === agencyKind),
      };
    }
    throw new Error(`Nobody leads a family called ${name}.`);
  }
}

/** The API names codes in capitals. */
const kindOf = (agency: TeamAnswer['data']['caseload']['nodes'][number]['team'][number]['agency']): string =>
  agency?.kind?.code.toLowerCase() ?? '';

const agencyOf = ({ team }: TeamAnswer['data']['caseload']['nodes'][number], member: string): string | undefined =>
  kindOf(team.find(({ id }) => id === member)?.agency ?? null);
