import { authored, type AuthorOf } from '../authors.ts';
import { inOrder, type Claim } from '../claims/claim.ts';
import { strikeField } from '../entities/claim-index.ts';
import type { Json } from '../json.ts';
import type { GroupPlan } from '../schema/plan.ts';
import { unshownWords } from '../words.ts';
import { addendumOf } from '../view/addenda.ts';
import { strikeOf, strikeSeeing } from '../view/strike.ts';
import { rowWords } from '../view/row-words.ts';
import type { Resolver } from '../view/resolver.ts';
import { disputesOf, type FieldDispute } from '../view/row-builder.ts';
import type { Basis } from '../view/shown.ts';
import type { Doubtful } from '../view/viewer.ts';
import type { Question, QuestionClaim } from './question.ts';

/** Puts what is doubtful about an entity as questions. */
export function ask(section: string, doubtful: Doubtful, authorOf: AuthorOf, resolver: Resolver): readonly Question[] {
  const { entity, basis } = doubtful;
  const row = rowWords(entity.group, basis.readings);
  const common = { section, entity: entity.id, ...(row !== undefined && { row }) };
  const questions = disputesOf(entity.group, basis).map((dispute) => askOfField(common, dispute, authorOf, resolver));
  if (doubtful.struck.type === 'missed')
    questions.push(askOfStrike(common, doubtful, doubtful.struck.missed, authorOf, resolver));
  return questions;
}

type Common = Pick<Question, 'section' | 'entity' | 'row'>;

function askOfField(
  common: Common,
  { field, kind, claims, among, standing, because }: FieldDispute,
  authorOf: AuthorOf,
  resolver: Resolver,
): Question {
  const words = (value: Json): string => resolver.words(field, value);
  return Object.freeze({
    ...common,
    id: idOf(field.path, common.entity, among),
    field: field.name,
    path: field.path,
    kind,
    label: field.label,
    claims: claims.map((claim) => present(claim, words(claim.value), authorOf)),
    standing,
    standingWords: words(standing),
    because,
  });
}

function askOfStrike(
  common: Common,
  { entity, basis }: Doubtful,
  missed: readonly Claim[],
  authorOf: AuthorOf,
  resolver: Resolver,
): Question {
  const { group } = entity;
  const strikes = inOrder(basis.strikes);
  return Object.freeze({
    ...common,
    id: `${idOf(`${group.name}.${strikeField}`, entity.id, strikes)}/${seenWords(basis)}`,
    field: '',
    path: group.name,
    kind: 'struck',
    label: group.label,
    claims: [
      ...strikes.map((claim) => present(claim, `entered in error: ${strikeOf(claim.value)?.why ?? ''}`, authorOf)),
      ...inOrder(missed).map((claim) => present(claim, missedWords(group, basis.cells, claim, resolver), authorOf)),
    ],
    standing: 'restore',
    standingWords: 'kept',
    because:
      'it is shown until you decide, because something was written in it that the person who struck it had not seen',
  });
}

const present = ({ client, clock, value, meta }: Claim, words: string, authorOf: AuthorOf): QuestionClaim =>
  Object.freeze({
    value,
    words,
    ...authored(authorOf(client)),
    ...(meta.t !== undefined && { at: meta.t }),
    client,
    clock,
  });

function missedWords(group: GroupPlan, cells: readonly (readonly Claim[])[], claim: Claim, resolver: Resolver): string {
  if (cells[group.addenda ?? -1]?.includes(claim) === true) {
    return `added to ${group.label}: ${addendumOf(claim.value)?.text ?? ''}`;
  }
  const field = group.kind === 'log' ? undefined : group.claims.find(({ slot }) => cells[slot]?.includes(claim));
  if (field !== undefined) {
    const isKnown = field.meaning.understood([claim]).length > 0;
    return `${field.label}: ${isKnown ? resolver.words(field, claim.value) : unshownWords}`;
  }
  return cells[group.strays]?.includes(claim) === true ? `${group.label}: ${unshownWords}` : group.label;
}

const idOf = (path: string, entity: string, claims: readonly Claim[]): string =>
  `${path}/${entity}/${claims.map(({ client, clock }) => `${client}.${clock}`).join('_')}`;

// What a strike of this moment would see, so that the question is another once there is more to see.
const seenWords = (basis: Basis): string =>
  Object.entries(strikeSeeing(basis, '').saw)
    .map(([client, clock]) => `${client}.${clock}`)
    .join('_');
