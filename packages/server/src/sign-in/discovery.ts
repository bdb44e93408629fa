import { z } from 'zod';
import { StartFailure } from '../database/start-failure.ts';

/** What an issuer says about itself, as far as it is needed here. */
export interface IssuerMetadata {
  readonly jwksUrl: string;
  readonly authorizationEndpoint: string | null;
  readonly tokenEndpoint: string | null;
  readonly endSessionEndpoint: string | null;
}

const url = z.string().refine(isSafeUrl);
const document = z.object({
  issuer: z.string(),
  jwks_uri: url,
  authorization_endpoint: url.optional(),
  token_endpoint: url.optional(),
  end_session_endpoint: url.optional(),
});

/** Whether tokens and keys may come from there: over TLS, or from this machine. */
export function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

/**
 * Asks an issuer for its discovery document.
 *
 * @throws {StartFailure} when what it answers is no such document, or that of another issuer
 * @throws when it cannot be reached
 */
export async function discover(issuer: string, timeout: number): Promise<IssuerMetadata> {
  const where = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await fetch(where, { signal: AbortSignal.timeout(timeout), headers: { accept: 'application/json' } });
  if (answer.status >= 500 || answer.status === 429) throw new Error(`The issuer answered with ${answer.status}.`);
  const said = answer.ok ? document.safeParse(await answer.json().catch(() => undefined)) : undefined;
  if (said?.success !== true) {
    throw new StartFailure(
      'bad-option',
      `There is no discovery document of an OpenID issuer at ${where}. Check CASEWEAVE_OIDC_ISSUER.`,
    );
  }
  if (said.data.issuer !== issuer) {
    throw new StartFailure(
      'bad-option',
      `The issuer at ${where} calls itself ${said.data.issuer}. Set CASEWEAVE_OIDC_ISSUER to exactly that, if it is the one that is meant.`,
    );
  }
  return {
    jwksUrl: said.data.jwks_uri,
    authorizationEndpoint: said.data.authorization_endpoint ?? null,
    tokenEndpoint: said.data.token_endpoint ?? null,
    endSessionEndpoint: said.data.end_session_endpoint ?? null,
  };
}
