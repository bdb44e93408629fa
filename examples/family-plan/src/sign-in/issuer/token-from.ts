import type { TokenEndpointResponse } from 'oauth4webapi';
import type { Token } from '../demo-sign-in.ts';

/** An issuer that does not say how long its tokens live is asked again soon. */
const usualLife = 300;

/** The access token of an issuer's answer. */
export const tokenFrom = ({ access_token, expires_in = usualLife }: TokenEndpointResponse): Token => ({
  token: access_token,
  expiresAt: Date.now() + expires_in * 1000,
});
