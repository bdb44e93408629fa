import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { StartFailure } from '../database/start-failure.ts';
import { discover, type IssuerMetadata } from './discovery.ts';

/** An OpenID issuer whose tokens are taken, and how its tokens are judged. */
export interface IssuerSettings {
  /** Exactly as its tokens say it, such as `https://login.example.org/`. */
  readonly issuer: string;
  /** Whom a token must be for. */
  readonly audience: string;
  /** Where its keys are; asked of the issuer's discovery document if it is not set. */
  readonly jwksUrl?: string | undefined;
  /** The claim that names a person; the directory holds its values. Default: `sub`. */
  readonly subjectClaim?: string;
  /** Signatures that are taken, of those in `SIGNATURES`. Default: all of them. */
  readonly algorithms?: readonly string[];
  /** By how many seconds the issuer's clock and ours may differ. Default: 30. */
  readonly clockSkew?: number;
  /** For how many seconds an unknown key is not asked for again. Default: 30. */
  readonly coolDown?: number;
  /** How the app signs in; without it the page offers no sign-in, and only tokens got elsewhere are taken. */
  readonly page?: { readonly clientId: string; readonly scope: string; readonly resource: string | null };
}

/** Signatures that may be taken: of a private key that only the issuer has, never of a shared secret. */
export const SIGNATURES: readonly string[] = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'EdDSA',
];

/** An issuer that cannot be asked at the moment. */
export class IssuerUnavailable extends Error {
  readonly code = 'issuer-unavailable';

  constructor(options?: ErrorOptions) {
    super('The issuer of tokens cannot be reached. Check that it runs; it is asked again shortly.', options);
    this.name = 'IssuerUnavailable';
  }
}

const TIMEOUT = 5_000;
/** How long after a failure nobody asks again: everybody's devices come back at once. */
const RETRY_AFTER = 2_000;
const KEYS_LIVE = 10 * 60_000;
/** How long keys go on being trusted while the issuer is out of reach: its outage is not everybody's. */
const KEYS_LIVE_ALONE = 24 * 3_600_000;

/** Follows an issuer: what it says about itself, and its keys. */
export class Issuer {
  readonly settings: IssuerSettings;
  readonly #clock: () => number;
  #metadata: IssuerMetadata | undefined;
  #asking: Promise<IssuerMetadata> | undefined;
  #keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  #keysFrom = Number.NEGATIVE_INFINITY;
  #failedAt = Number.NEGATIVE_INFINITY;

  /** @param clock - milliseconds that only ever grow; for waiting, not for judging tokens */
  constructor(settings: IssuerSettings, clock: () => number = () => performance.now()) {
    this.settings = settings;
    this.#clock = clock;
  }

  /** What is known of the issuer without asking it. */
  get known(): IssuerMetadata | undefined {
    return this.#metadata;
  }

  /**
   * What the issuer says about itself; asked once.
   *
   * @throws {IssuerUnavailable} while it cannot be reached
   * @throws {StartFailure} when what it says does not fit the settings
   */
  async metadata(): Promise<IssuerMetadata> {
    if (this.#metadata !== undefined) return this.#metadata;
    this.#asking ??= this.#reaching(() => discover(this.settings.issuer, TIMEOUT)).finally(
      () => (this.#asking = undefined),
    );
    this.#metadata = await this.#asking;
    return this.#metadata;
  }

  /**
   * Finds the key that a token names. An unknown key is asked for anew, though not at every token that names one.
   *
   * @throws {IssuerUnavailable} while it cannot be told whether the issuer has such a key
   */
  readonly key: JWTVerifyGetKey = async (header, token) => {
    const keys = await this.#remoteKeys();
    // The issuer may have made a key since we last asked: whoever comes with it is to come again, not to go away.
    let mayBeNewer = keys.coolingDown;
    try {
      try {
        const key = await this.#reaching(() => keys(header, token));
        this.#keysFrom = this.#clock();
        return key;
      } catch (error) {
        const held = keys.jwks();
        const isOld = this.#clock() - this.#keysFrom > KEYS_LIVE_ALONE;
        if (!(error instanceof IssuerUnavailable) || held === undefined || isOld) throw error;
        mayBeNewer = true;
        return await createLocalJWKSet(held)(header, token);
      }
    } catch (error) {
      if (mayBeNewer && error instanceof errors.JWKSNoMatchingKey) throw new IssuerUnavailable({ cause: error });
      throw error;
    }
  };

  async #remoteKeys(): Promise<ReturnType<typeof createRemoteJWKSet>> {
    const url = this.settings.jwksUrl ?? (await this.metadata()).jwksUrl;
    this.#keys ??= createRemoteJWKSet(new URL(url), {
      timeoutDuration: TIMEOUT,
      cacheMaxAge: KEYS_LIVE,
      cooldownDuration: (this.settings.coolDown ?? 30) * 1000,
    });
    return this.#keys;
  }

  /** Asks the issuer, unless it has just failed to answer. */
  async #reaching<Result>(ask: () => Promise<Result>): Promise<Result> {
    if (this.#clock() - this.#failedAt < RETRY_AFTER) throw new IssuerUnavailable();
    try {
      return await ask();
    } catch (error) {
      if (error instanceof StartFailure || isAboutTheToken(error)) throw error;
      this.#failedAt = this.#clock();
      throw new IssuerUnavailable({ cause: error });
    }
  }
}

/** A token that no issuer would have signed so; everything else that goes wrong here is the issuer's fault. */
const isAboutTheToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;
