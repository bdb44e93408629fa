import { createHash } from 'node:crypto';
import { graphqlHandler, type GraphQLFailure } from '@caseweave/graphql';
import { describe, expect, test } from 'vitest';
import { asker, codeOf, endpointOf, ORIGIN, post, send } from './ask.ts';
import { sourcesOf } from './memory/sources.ts';
import { repairs } from './repairs/repairs.ts';
import { canaries, smallTown } from './repairs/small-town.ts';

const handler = (production = true) => endpointOf(smallTown(), { production }).fetch;
const signedIn = { authorization: 'Bearer olive' };
const me = { query: '{ me { name } }' };

describe('[G11] who is not signed in learns nothing', () => {
  test.each([
    ['no token', {}],
    ['a token that is not good', { authorization: 'Bearer nobody' }],
    ['another scheme', { authorization: 'Basic b2xpdmU6b2xpdmU=' }],
  ])('%s', async (_, headers: Record<string, string>) => {
    const [real, nonsense] = await Promise.all([
      send(handler(false), post(me, headers)),
      send(handler(false), post({ query: '{ nonsense { } }' }, headers)),
    ]);
    expect(real.status).toBe(401);
    expect(real.headers.get('www-authenticate')).toBe('Bearer');
    expect(codeOf(real)).toBe('SIGN_IN_NEEDED');
    expect(real.text).toBe(nonsense.text);
  });
});

describe('[G12] operations come by POST of JSON', () => {
  test('not by GET, which would put searches into addresses', async () => {
    const request = new Request('https://server.example.org/graphql?query={me{name}}', {
      headers: { ...signedIn, 'x-graphql-yoga-csrf': '1' },
    });
    const answer = await send(handler(), request);
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST');
  });

  test.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=b'])(
    'not as %s, which a page of any origin may send unasked',
    async (type) => {
      const answer = await send(handler(), post('query=%7Bme%7Bname%7D%7D', { ...signedIn, 'content-type': type }));
      expect(answer.status).toBe(403);
      expect(answer.body.data ?? null).toBeNull();
    },
  );

  test('not several at once', async () => {
    const answer = await send(handler(), post([me, me], signedIn));
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain('Olive Marsh');
  });

  test('no form with files, even where the form is announced by the header', async () => {
    const body = new FormData();
    body.set('operations', JSON.stringify(me));
    body.set('map', '{}');
    const request = new Request('https://server.example.org/graphql', {
      method: 'POST',
      headers: { ...signedIn, 'x-graphql-yoga-csrf': '1' },
      body,
    });
    const answer = await send(handler(), request);
    expect(answer.status).toBe(415);
  });

  test('the answer is kept by no cache', async () => {
    const answer = await send(handler(), post(me, signedIn));
    expect(answer.body.data).toEqual({ me: { name: 'Olive Marsh' } });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});

describe('[G13] only pages of listed origins may ask', () => {
  const preflight = (origin: string) =>
    new Request('https://server.example.org/graphql', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    });

  test('a listed one is answered by name, without credentials', async () => {
    const answer = await send(handler(), preflight(ORIGIN));
    expect(answer.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    const asked = await send(handler(), post(me, { ...signedIn, origin: ORIGIN }));
    expect(asked.body.data).toEqual({ me: { name: 'Olive Marsh' } });
  });

  test.each(['https://evil.example', 'null', 'https://plans.example.org.evil.example'])('%s is not', async (origin) => {
    const before = await send(handler(), preflight(origin));
    expect(before.headers.get('access-control-allow-origin')).toBeNull();
    const asked = await send(handler(), post(me, { ...signedIn, origin }));
    expect(asked.status).toBe(403);
    expect(codeOf(asked)).toBe('ORIGIN');
    expect(asked.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('[G14] in production the schema cannot be asked for', () => {
  const introspection = '{ __schema { types { name } } }';

  test('not by introspection', async () => {
    const [production, development] = await Promise.all(
      [true, false].map((mode) => send(handler(mode), post({ query: introspection }, signedIn))),
    );
    expect(production?.body.errors).toBeDefined();
    expect(production?.text).not.toContain('StepConnection');
    expect(development?.text).toContain('StepConnection');
  });

  test('nor by guessing', async () => {
    const guess = { query: '{ me { nam } }' };
    const [production, development] = await Promise.all(
      [true, false].map((mode) => send(handler(mode), post(guess, signedIn))),
    );
    expect(production?.text).toContain('Cannot query field');
    expect(production?.text).not.toContain('Did you mean');
    expect(development?.text).toContain('Did you mean');
  });

  test('nor by a page to try operations on', async () => {
    const request = new Request('https://server.example.org/graphql', {
      headers: { ...signedIn, accept: 'text/html' },
    });
    const answer = await send(handler(false), request);
    expect(answer.status).toBe(406);
    expect(answer.text).not.toContain('<html');
  });
});

describe('[G15] what asks for too much is refused before the work', () => {
  const ask = asker(smallTown());

  test('a body of more than 100 kB', async () => {
    const answer = await send(handler(), post({ ...me, extensions: { padding: 'x'.repeat(100_001) } }, signedIn));
    expect(answer.status).toBe(413);
  });

  test('more than 1,000 tokens, and no fewer', async () => {
    // Five tokens around the fields, eight in each of the longer ones.
    const repeated = (short: number) =>
      ask('olive', `{ me { ${'id @include(if: true) '.repeat(124)} ${'id '.repeat(short)} } }`);
    expect((await repeated(3)).body.data).toEqual({ me: { id: 'olive' } });
    const refused = await repeated(4);
    expect(refused.text).toContain('token');
    expect(refused.body.data ?? null).toBeNull();
  });

  test('fields nested too deep', async () => {
    const step = 'from { from { from { from { from { from { from { what } } } } } } }';
    const answer = await ask('olive', `{ repairs(first: 1) { nodes { plan { steps { nodes { ${step} } } } } } }`);
    expect(codeOf(answer)).toBe('TOO_COMPLEX');
    expect(answer.body.data ?? null).toBeNull();
  });

  const plans =
    'query Plans($first: Int) { repairs(first: $first) { nodes { plan { steps(first: 20) { nodes { what uses { name } } } parts(first: 20) { nodes { name } } } } } }';

  test('a page too large for its fields, though its size is a variable', async () => {
    expect(codeOf(await ask('olive', plans, { first: 50 }))).toBe('TOO_COMPLEX');
    expect((await ask('olive', plans, { first: 5 })).body.errors).toBeUndefined();
  });

  test('the same by repeating it under other names', async () => {
    const fields = 'nodes { plan { steps(first: 10) { nodes { what uses { name } } } } }';
    const many = Array.from({ length: 12 }, (_, index) => `a${index}: repairs(first: 5) { ${fields} }`).join(' ');
    expect(codeOf(await ask('olive', `{ ${many} }`))).toBe('TOO_COMPLEX');
    const small = Array.from({ length: 12 }, (_, index) => `a${index}: repairs(first: 1) { totalCount }`).join(' ');
    expect(codeOf(await ask('olive', `{ ${small} }`))).toBe('TOO_COMPLEX');
  });

  test('nothing, by asking for the same under many names', async () => {
    const authority = smallTown();
    const names = Array.from({ length: 60 }, (_, index) => `h${index}: firms { id } m${index}: me { id }`);
    const lists = Array.from({ length: 8 }, (_, index) => `c${index}: repairs(first: 1) { totalCount }`);
    const answer = await asker(authority)('olive', `{ ${[...names, ...lists].join(' ')} }`);
    expect(answer.body.errors).toBeUndefined();
    expect(new Set(authority.asked).size).toBe(authority.asked.length);
  });
});

describe('[G16] a failure says nothing of what was in it', () => {
  test('neither to the asker nor to the operator', async () => {
    const authority = smallTown();
    authority.failure = Object.assign(new Error(`duplicate key: (${canaries.hidden})`), { code: '23505' });
    const failures: GraphQLFailure[] = [];
    const ask = asker(authority, { production: false, report: (failure) => failures.push(failure) });
    const answer = await ask('olive', '{ repair(id: "boiler") { id } }');
    expect(answer.text).not.toContain(canaries.hidden);
    expect(answer.text).not.toContain('duplicate');
    expect(codeOf(answer)).toBe('INTERNAL');
    expect(failures).toEqual([{ reference: expect.any(String) as string, name: 'Error', code: '23505' }]);
    expect(answer.text).toContain(failures[0]?.reference);
  });
});

describe('[G30] in production only the operations that apps were built with are taken', () => {
  const text = '{ me { name } }';
  const hash = createHash('sha256').update(text).digest('hex');
  const listed = (anyOperation?: boolean) => {
    const options = { origins: [ORIGIN], production: true, operations: new Map([[hash, text]]) };
    const more = anyOperation === undefined ? {} : { anyOperation };
    return graphqlHandler({ model: repairs, sources: sourcesOf(smallTown()) }, { ...options, ...more }).fetch;
  };
  const byHash = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });
  const answered = { data: { me: { name: 'Olive Marsh' } } };

  test('by their hash, or by their text, whatever its white space', async () => {
    expect((await send(listed(), post(byHash(hash), signedIn))).body).toEqual(answered);
    expect((await send(listed(), post(byHash(`sha256:${hash}`), signedIn))).body).toEqual(answered);
    expect((await send(listed(), post({ query: '{\n  me { name }\n}' }, signedIn))).body).toEqual(answered);
    // What is carried out is what is on the list, whatever text came with its hash.
    expect((await send(listed(), post({ ...byHash(hash), query: '{ firms { id } }' }, signedIn))).body).toEqual(
      answered,
    );
  });

  test('and no others, unless they are allowed', async () => {
    const other = { query: '{ me { id } }' };
    expect(codeOf(await send(listed(), post(other, signedIn)))).toBe('OPERATION_NOT_LISTED');
    expect(codeOf(await send(listed(), post({ query: '{{' }, signedIn)))).toBe('OPERATION_NOT_LISTED');
    expect((await send(listed(true), post(other, signedIn))).body).toEqual({ data: { me: { id: 'olive' } } });
    const unknown = await send(listed(), post(byHash(hash.replaceAll(/./g, '0')), signedIn));
    expect([unknown.status, codeOf(unknown)]).toEqual([400, 'PERSISTED_QUERY_NOT_FOUND']);
  });
});

describe('[G33] one person is answered a few operations at a time', () => {
  test('further ones wait, too many are refused, and another person does not wait', async () => {
    const sources = sourcesOf(smallTown());
    let running = 0;
    let most = 0;
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const { fetch } = graphqlHandler(
      {
        model: repairs,
        sources: {
          ...sources,
          units: async (kind, ids) => {
            running += 1;
            most = Math.max(most, running);
            await held;
            running -= 1;
            return sources.units(kind, ids);
          },
        },
      },
      { origins: [ORIGIN], production: true, anyOperation: true },
    );
    const firms = { query: '{ firms { name } }' };
    const asked = Array.from({ length: 110 }, () => send(fetch, post(firms, signedIn)));
    const refused = await Promise.race(asked);
    expect(refused.status).toBe(429);
    expect(codeOf(refused)).toBe('TOO_MANY');

    const other = await send(fetch, post(me, { authorization: 'Bearer tim' }));
    expect(other.body.data).not.toBeNull();

    goOn();
    const answers = await Promise.all(asked);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(104);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(6);
    expect(most).toBe(4);
    expect((await send(fetch, post(me, signedIn))).status).toBe(200);
  });

  test('who hangs up keeps no place', async () => {
    const sources = sourcesOf(smallTown());
    let isHeld = true;
    const { fetch } = graphqlHandler(
      {
        model: repairs,
        sources: {
          ...sources,
          units: async (kind, ids) => (isHeld ? new Promise(() => undefined) : sources.units(kind, ids)),
        },
      },
      { origins: [ORIGIN], production: true, anyOperation: true },
    );
    const hangUp = new AbortController();
    const firms = { query: '{ firms { name } }' };
    const given = Array.from({ length: 4 }, () =>
      fetch(new Request(post(firms, signedIn), { signal: hangUp.signal })).catch(() => undefined),
    );
    await new Promise((turn) => setImmediate(turn));
    isHeld = false;
    hangUp.abort();

    expect((await send(fetch, post(firms, signedIn))).status).toBe(200);
    await Promise.all(given);
  });
});
