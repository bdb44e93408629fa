import { StartFailure } from '../database/start-failure.ts';
import { isSafeUrl } from '../sign-in/discovery.ts';
import { type IssuerSettings, SIGNATURES } from '../sign-in/issuer.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const PREFIX = 'CASEWEAVE_OIDC_';
const names: readonly string[] = [
  'ISSUER',
  'AUDIENCE',
  'CLIENT_ID',
  'SCOPE',
  'RESOURCE',
  'JWKS_URL',
  'SUBJECT_CLAIM',
  'ALGORITHMS',
  'CLOCK_SKEW',
  'COOL_DOWN',
];

/** Reads which OpenID issuer people sign in with; undefined if none is named. */
export function readIssuerSettings(env: Environment): IssuerSettings | undefined {
  const given = Object.keys(env).filter(
    (name) => name.startsWith(PREFIX) && env[name] !== '' && env[name] !== undefined,
  );
  const unknown = given.find((name) => !names.includes(name.slice(PREFIX.length)));
  if (unknown !== undefined)
    throw wrong(unknown, `is no setting. There are: ${names.join(', ')}, each after ${PREFIX}.`);
  const read = (name: string): string | undefined => {
    const value = env[`${PREFIX}${name}`];
    return value === '' ? undefined : value;
  };
  const [issuer, audience, clientId, jwksUrl] = ['ISSUER', 'AUDIENCE', 'CLIENT_ID', 'JWKS_URL'].map(read);
  if (issuer === undefined) {
    const [lonely] = given;
    if (lonely === undefined) return undefined;
    throw wrong(lonely, `is set without ${PREFIX}ISSUER. Set the issuer too, or neither.`);
  }
  if (!isSafeUrl(issuer)) throw wrong(`${PREFIX}ISSUER`, 'must be an https address, or one of this machine.');
  if (audience === undefined) {
    throw wrong(
      `${PREFIX}AUDIENCE`,
      'must be set: without it a token for any other service would let its bearer in here.',
    );
  }
  if (jwksUrl !== undefined && !isSafeUrl(jwksUrl))
    throw wrong(`${PREFIX}JWKS_URL`, 'must be an https address, or one of this machine.');
  return {
    issuer,
    audience,
    jwksUrl,
    algorithms: algorithms(read('ALGORITHMS')),
    subjectClaim: read('SUBJECT_CLAIM') ?? 'sub',
    clockSkew: seconds('CLOCK_SKEW', read('CLOCK_SKEW'), 0, 300),
    coolDown: seconds('COOL_DOWN', read('COOL_DOWN'), 1, 3_600),
    ...(clientId === undefined
      ? {}
      : { page: { clientId, scope: scope(read('SCOPE')), resource: resource(read('RESOURCE')) } }),
  };
}

function algorithms(text: string | undefined): readonly string[] {
  if (text === undefined) return SIGNATURES;
  const chosen = text.split(/[\s,]+/).filter((one) => one !== '');
  const bad = chosen.find((one) => !SIGNATURES.includes(one));
  if (bad === undefined && chosen.length > 0) return chosen;
  throw wrong(`${PREFIX}ALGORITHMS`, `may hold ${SIGNATURES.join(', ')} and no others, separated by commas.`);
}

function seconds(name: string, text: string | undefined, least: number, most: number): number {
  if (text === undefined) return 30;
  if (/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text);
  throw wrong(`${PREFIX}${name}`, `must be a whole number of seconds from ${least} to ${most}.`);
}

function scope(text = 'openid offline_access'): string {
  if (text.split(' ').includes('openid')) return text;
  throw wrong(`${PREFIX}SCOPE`, 'must hold openid, and offline_access if sign-ins are to be renewed quietly.');
}

function resource(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (URL.canParse(text) && !text.includes('#')) return text;
  throw wrong(`${PREFIX}RESOURCE`, 'must be an absolute address without a fragment.');
}

const wrong = (name: string, words: string): StartFailure => new StartFailure('bad-option', `${name} ${words}`);
