import type { OwnAttentionWords } from '@caseweave/caseload';

/** Whom to ask in early help: the caseload itself knows no roles. */
export const attentionWords: OwnAttentionWords = ({ code }) =>
  code === 'held'
    ? { remedy: 'It is kept at the server, and nothing is lost. Ask the lead practitioner about it.' }
    : undefined;
