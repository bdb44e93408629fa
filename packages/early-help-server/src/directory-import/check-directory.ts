import type { BadRow } from './bad-row.ts';
import type { DirectoryFile } from './directory-file.ts';

/** Checks what the rows of a directory say of each other. */
export function checkDirectory(file: DirectoryFile, today: string): readonly BadRow[] {
  const found: BadRow[] = [];
  const bad = (path: string, rule: string, remedy: string) => found.push({ path, rule, remedy });
  const { hubs, agencies, teams, practitioners, accounts, persons, families } = file;

  const once = <Row>(list: string, rows: readonly Row[], key: keyof Row & string): ReadonlySet<string> => {
    const seen = new Set<string>();
    for (const [place, row] of rows.entries()) {
      const value = String(row[key]);
      if (seen.has(value)) bad(`${list}[${place}].${key}`, 'M4', 'Another row has this already: give each its own.');
      seen.add(value);
    }
    return seen;
  };
  const isHub = once('hubs', hubs, 'id');
  const isAgency = once('agencies', agencies, 'id');
  const isTeam = once('teams', teams, 'id');
  const isPractitioner = once('practitioners', practitioners, 'id');
  const isPerson = once('persons', persons, 'ref');
  once('families', families, 'ref');
  once('accounts', accounts, 'id');
  for (const [place, { id }] of accounts.entries())
    if (isPractitioner.has(id)) bad(`accounts[${place}].id`, 'M4', 'A practitioner has this id: give each their own.');

  const known = (path: string, ids: ReadonlySet<string>, id: string | null, list: string) => {
    if (id !== null && !ids.has(id)) bad(path, 'M7', `No row of ${list} has this: add one, or correct it.`);
  };
  const knownAll = (path: string, ids: ReadonlySet<string>, all: readonly string[], list: string) => {
    for (const [place, id] of all.entries()) known(`${path}[${place}]`, ids, id, list);
    if (new Set(all).size < all.length) bad(path, 'M7', 'Name each once.');
  };

  const subjects = new Set<string>();
  const checkSubject = (path: string, subject: string | undefined) => {
    if (subject === undefined) return;
    if (file.issuer === undefined)
      bad(path, 'M5', 'A subject means nothing without its issuer: give "issuer" at the top.');
    if (subjects.has(subject))
      bad(path, 'M5', 'Another row has this subject: one account at the issuer is one person here.');
    subjects.add(subject);
  };

  for (const [place, { members }] of teams.entries())
    knownAll(`teams[${place}].members`, isPractitioner, members, 'practitioners');
  for (const [place, { agency, hub, subject }] of practitioners.entries()) {
    known(`practitioners[${place}].agency`, isAgency, agency, 'agencies');
    known(`practitioners[${place}].hub`, isHub, hub, 'hubs');
    checkSubject(`practitioners[${place}].subject`, subject);
  }
  for (const [place, { person, subject }] of accounts.entries()) {
    known(`accounts[${place}].person`, isPerson, person, 'persons');
    checkSubject(`accounts[${place}].subject`, subject);
  }

  const inFamilies = new Set<string>();
  for (const [place, family] of families.entries()) {
    const at = `families[${place}]`;
    known(`${at}.hub`, isHub, family.hub, 'hubs');
    known(`${at}.lead`, isPractitioner, family.lead, 'practitioners');
    knownAll(
      `${at}.team`,
      isPractitioner,
      family.team.map(({ practitioner }) => practitioner),
      'practitioners',
    );
    knownAll(`${at}.teams`, isTeam, family.teams, 'teams');
    knownAll(
      `${at}.people`,
      isPerson,
      family.people.map(({ person }) => person),
      'persons',
    );
    knownAll(`${at}.socialCareOpenTo`, isPractitioner, family.socialCareOpenTo, 'practitioners');
    knownAll(`${at}.barred`, isPractitioner, family.barred, 'practitioners');
    for (const { person } of family.people) inFamilies.add(person);
    for (const [seat, { from, until }] of family.team.entries()) {
      if (from !== undefined && from > today)
        bad(`${at}.team[${seat}].from`, 'M6', 'Give a day that has come, or import them when they have joined.');
      if (from !== undefined && until !== undefined && until <= from)
        bad(`${at}.team[${seat}].until`, 'M6', 'Give a day after the one on which they joined.');
    }
    const lead = family.team.find(({ practitioner }) => practitioner === family.lead);
    if (lead?.until !== undefined)
      bad(`${at}.lead`, 'M8', 'The lead stays in the team: leave out their "until", or name another lead.');
    if (family.lead !== null && family.barred.includes(family.lead))
      bad(`${at}.lead`, 'M8', 'The lead may not be barred: name another lead.');
  }
  for (const [place, { ref }] of persons.entries())
    if (!inFamilies.has(ref))
      bad(`persons[${place}]`, 'M8', 'Nobody could reach this person: put them in a family, or take the row out.');
  return found;
}
