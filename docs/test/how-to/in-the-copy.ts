/**
 * Runs in a copy of the workspace to which the pages on how to add things were applied: starts its server with its
 * demonstration, and says as JSON what devices, the API and the documentation make of what was added.
 */
import { earlyHelp } from '@caseweave/family';
import { readSection } from '@caseweave/record';
import { applyUpdate, Doc } from 'yjs';
import { DemoApi } from '../../../packages/trials/src/whole/demo-api.ts';
import { RunningServer } from '../../../packages/trials/src/whole/running-server.ts';
import { WireDevice } from '../../../packages/trials/src/whole/wire-device.ts';
import { Writer } from '../../../packages/trials/src/whole/writer.ts';
import { familyRecordPage } from '../../src/family-record-page.ts';
import { familySpecPage } from '../../src/family-rights.ts';
import { root } from '../../src/repository.ts';
import type { SaidInTheCopy } from './said-in-the-copy.ts';

const server = await RunningServer.start(`${root}docs/images`, 8);
try {
  const api = new DemoApi(server.url);
  const family = await api.familyCalled('Okafor');
  const schema = earlyHelp.section('family.contact')?.schema;
  if (schema === undefined) throw new Error('The section is not there.');
  const connect = async ({ id }: { readonly id: string }) => {
    const connected = await WireDevice.connect(`${server.url.replace('http', 'ws')}/sync`, await api.token(id));
    const ofFamily = connected.sections.filter(({ record }) => record === family.id);
    return { ...connected, names: ofFamily.map(({ name }) => name), ofFamily };
  };

  // Sync and rights: one has it, another has not; what the lead writes arrives.
  const [school, housing] = [await connect(family.memberOf('school')), await connect(family.memberOf('housing'))];
  const header = school.ofFamily.find(({ name }) => name === schema.name);
  if (header === undefined) throw new Error('The school does not hold the section.');
  const doc = new Doc();
  applyUpdate(doc, await school.device.state(header.section));
  const filled = readSection(schema, doc);
  const lead = await Writer.connect({ server, api, family }, family.lead);
  await lead.write(schema, (draft) => void Object.assign(draft as object, { language: 'Polish' }));
  applyUpdate(doc, await school.device.received(header.section));
  const received = readSection(schema, doc);
  for (const { device } of [school, housing]) device.close();
  lead.close();

  // The API.
  const ask = async (who: { readonly id: string }, query: string): Promise<unknown> =>
    JSON.parse(await api.ask(who.id, query, { family: family.id, to: family.memberOf('school').id }));
  const read = `query ($family: ID!) { family(id: $family) { teamSize contact { language numbers { nodes { number } } } lead { id } } }`;
  const added = await ask(
    family.lead,
    `mutation ($family: ID!) { addTelephoneNumber(key: "a", family: $family, values: { number: "07700 900462", whose: "Nan" }) { __typename } }`,
  );
  const [asLead, asHousing] = [await ask(family.lead, read), await ask(family.memberOf('housing'), read)];
  const handOver = `mutation ($family: ID!, $to: ID!) { handOverLead(key: "b", family: $family, principal: $to) { __typename } }`;
  const refused = await ask(family.memberOf('housing'), handOver.replace('"b"', '"c"'));
  const handedOver = await ask(family.lead, handOver);
  const said: SaidInTheCopy = {
    school: { names: school.names, acts: header.acts, filled, received },
    housing: { names: housing.names },
    answers: { added, asLead, asHousing, refused, handedOver, after: await ask(family.memberOf('school'), read) },
    people: { lead: family.lead.id, school: family.memberOf('school').id },
    pages: { record: familyRecordPage(), rights: familySpecPage() },
  };
  process.stdout.write(JSON.stringify(said));
} finally {
  await server.stop();
}
