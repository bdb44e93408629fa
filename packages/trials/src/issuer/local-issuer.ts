import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { keptIn, type Known } from './kept-in-memory.ts';
import { type Configuration, type JWK, Provider } from 'oidc-provider';

/** How an issuer treats the app. */
export interface LocalIssuerOptions {
  /** Where the app is served. */
  readonly app: string;
  /** The resource that the app asks tokens for. */
  readonly resource: string;
}

/** A real OpenID provider on this machine: it asks for a name and a password, and takes any. */
export class LocalIssuer {
  /** Whom its tokens are for. */
  audience = 'plans';
  /** How many seconds an access token lives. */
  tokenLife = 3_600;
  /** Whether it renews sign-ins. */
  renews = true;
  readonly #options: LocalIssuerOptions;
  readonly #keys: JWK[] = [];
  readonly #known: Known = new Map();
  #renewed = 0;
  #server: Server | undefined;
  #port = 0;

  private constructor(options: LocalIssuerOptions) {
    this.#options = options;
  }

  /** Takes a port, and is not up yet. */
  static async withPort(options: (port: number) => LocalIssuerOptions): Promise<LocalIssuer> {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as AddressInfo;
    probe.close();
    await once(probe, 'close');
    const issuer = new LocalIssuer(options(port));
    issuer.#port = port;
    issuer.newKey();
    return issuer;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** How often it has renewed a sign-in. */
  get renewed(): number {
    return this.#renewed;
  }

  /** Signs with a new key from the next start on; the keys of before stay known. */
  newKey(): void {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key = privateKey.export({ format: 'jwk' }) as JWK;
    this.#keys.unshift({ ...key, kid: `key-${this.#keys.length + 1}`, alg: 'RS256', use: 'sig' });
  }

  /** Starts it, with everybody who signed in before. */
  async up(): Promise<void> {
    const provider = new Provider(this.url, this.#configuration());
    provider.on('grant.success', ({ oidc }) => {
      if (oidc.params?.['grant_type'] === 'refresh_token') this.#renewed += 1;
    });
    const answer = provider.callback();
    const server = createServer((request, response) => void answer(request, response));
    server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    this.#server = server;
  }

  async down(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  }

  #configuration(): Configuration {
    const { app, resource } = this.#options;
    return {
      adapter: keptIn(this.#known),
      clients: [
        {
          client_id: 'family-plan',
          token_endpoint_auth_method: 'none',
          grant_types: ['authorization_code', 'refresh_token'],
          redirect_uris: [`${app}/signed-in`],
          post_logout_redirect_uris: [`${app}/`],
        },
      ],
      jwks: { keys: this.#keys },
      cookies: { keys: ['only for tests'] },
      clientBasedCORS: (_, origin) => origin === app,
      findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
      issueRefreshToken: () => true,
      rotateRefreshToken: () => true,
      ttl: {
        Session: 3_600,
        Interaction: 600,
        Grant: 3_600,
        IdToken: 300,
        RefreshToken: () => (this.renews ? 3_600 : 1),
      },
      features: {
        devInteractions: { enabled: true },
        rpInitiatedLogout: { enabled: true },
        resourceIndicators: {
          enabled: true,
          useGrantedResource: () => true,
          getResourceServerInfo: (_, asked) => {
            if (asked !== resource) throw new Error('No such resource.');
            return {
              scope: 'openid',
              audience: this.audience,
              accessTokenTTL: this.tokenLife,
              accessTokenFormat: 'jwt',
              jwt: { sign: { alg: 'RS256' } },
            };
          },
        },
      },
    };
  }
}
