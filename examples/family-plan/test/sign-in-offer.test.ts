import { expect, test } from 'vitest';
import { readOffer } from '../src/sign-in/sign-in-offer.ts';

const issuer = {
  type: 'issuer',
  issuer: 'https://login.example',
  clientId: 'family-plan',
  scope: 'openid',
  resource: null,
  authorizationEndpoint: 'https://login.example/authorize',
  tokenEndpoint: 'https://login.example/token',
  endSessionEndpoint: null,
};

test('an offer of the server is taken whole or not at all', () => {
  expect(readOffer(issuer)).toEqual(issuer);
  expect(readOffer({ type: 'demo' })).toEqual({ type: 'demo' });
  expect(readOffer({ type: 'none', more: 1 })).toEqual({ type: 'none' });
  for (const bad of [null, 'demo', {}, { type: 'other' }, { ...issuer, clientId: 7 }, { ...issuer, resource: 1 }])
    expect(readOffer(bad)).toBeNull();
});
