import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

/** An OpenID issuer, as small as one can be: it publishes keys and signs whatever it is asked to. */
export class TestIssuer {
  /** How often its keys were asked for. */
  keysAsked = 0;
  #server: Server | undefined;
  #port = 0;
  #count = 0;
  #current: { readonly kid: string; readonly key: CryptoKey; readonly alg: string } | undefined;
  readonly #published: JWK[] = [];

  static async start(): Promise<TestIssuer> {
    const issuer = new TestIssuer();
    await issuer.newKey();
    await issuer.up();
    return issuer;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The public keys that it tells. */
  get published(): readonly JWK[] {
    return this.#published;
  }

  /** Signs with a new key from now on; the older ones stay published. */
  async newKey(alg = 'RS256'): Promise<void> {
    const { privateKey, publicKey } = await generateKeyPair(alg);
    this.#count += 1;
    const kid = `key-${this.#count}`;
    this.#current = { kid, key: privateKey, alg };
    this.#published.push({ ...(await exportJWK(publicKey)), kid, alg, use: 'sig' });
  }

  /** No longer publishes the oldest key. */
  retireOldest(): void {
    this.#published.shift();
  }

  /** Signs claims; those that everybody needs are filled in. */
  async sign(claims: Readonly<Record<string, unknown>>, at: number): Promise<string> {
    if (this.#current === undefined) throw new Error('The issuer has no key.');
    const { kid, key, alg } = this.#current;
    const now = Math.floor(at / 1000);
    return new SignJWT({ iss: this.url, aud: 'plans', exp: now + 300, iat: now, ...claims })
      .setProtectedHeader({ alg, kid })
      .sign(key);
  }

  async up(): Promise<void> {
    const server = createServer((request, response) => {
      const json = (body: unknown) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
      if (request.url === '/.well-known/openid-configuration') {
        json({
          issuer: this.url,
          jwks_uri: `${this.url}/keys`,
          authorization_endpoint: `${this.url}/authorize`,
          token_endpoint: `${this.url}/token`,
        });
      } else if (request.url === '/keys') {
        this.keysAsked += 1;
        json({ keys: this.#published });
      } else response.writeHead(404).end();
    });
    server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async down(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
}
