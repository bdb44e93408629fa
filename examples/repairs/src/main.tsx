/** Opens the caseload of whoever is signed in, kept in this browser and in step with the server. */
import { browserPorts, fetchDemoPeople, demoToken } from '@caseweave/browser';
import { openCaseload } from '@caseweave/caseload';
import { decisionPort, knownOf, type NamedWho, sectionPort } from '@caseweave/model';
import { CaseloadProvider } from '@caseweave/react';
import '@caseweave/react/plain.css';
import { createRoot } from 'react-dom/client';
import { repairs } from './model.ts';
import { Repairs } from './repairs-page.tsx';

const people = await fetchDemoPeople<NamedWho>();
const me = people.find(({ who }) => who.id === new URLSearchParams(location.search).get('as'));

const open = (one: NamedWho) =>
  openCaseload({
    ...browserPorts({ authority: location.host, principal: one.who.id }),
    token: demoToken(one.who.id),
    ...sectionPort(repairs),
    decisions: decisionPort(repairs, one, knownOf(people)),
  });

createRoot(document.querySelector('#app') ?? document.body).render(
  me === undefined ? (
    <main>
      <h1>Who are you?</h1>
      {people.map(({ who, name }) => (
        <p key={who.id}>
          <a href={`?as=${who.id}`}>{name}</a>
        </p>
      ))}
    </main>
  ) : (
    <CaseloadProvider caseload={await open(me)} children={<Repairs me={me} people={people} />} />
  ),
);
