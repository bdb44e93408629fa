import { fetchDemoPeople, demoToken } from '@caseweave/browser';
import { afterEach, expect, test } from 'vitest';

const { fetch: own } = globalThis;
afterEach(() => {
  globalThis.fetch = own;
});

/** Answers as a server does. */
function answering(status: number, body: unknown): readonly unknown[] {
  const asked: unknown[] = [];
  globalThis.fetch = async (path, { body: sent } = {}) => {
    asked.push([path, sent]);
    return new Response(JSON.stringify(body), { status });
  };
  return asked;
}

test('[B14] people of a demonstration are listed, and one of them is signed in', async () => {
  answering(200, [{ id: 'olu', name: 'Olu' }]);
  expect(await fetchDemoPeople()).toEqual([{ id: 'olu', name: 'Olu' }]);

  const asked = answering(200, { token: 't' });
  expect(await demoToken('olu')({ fresh: false })).toEqual({ type: 'token', token: 't' });
  expect(asked).toEqual([['/demo/sign-in', '{"person":"olu"}']]);
});

test('[B14] without a demonstration nobody is listed, and a sign-in is needed', async () => {
  answering(404, { error: 'There is nothing here.' });
  expect(await fetchDemoPeople()).toEqual([]);
  expect(await demoToken('olu')({ fresh: true })).toEqual({ type: 'sign-in-needed' });

  answering(503, {});
  await expect(demoToken('olu')({ fresh: true })).rejects.toThrow('503');
});
