import { MemoryAuthority, NOW } from '../memory/memory-authority.ts';
import { access } from './home.ts';
import { plan } from './plan.ts';
import { repairs } from './repairs.ts';

/** Words that stand in what only some may read: they must be in nobody else's answer. */
export const canaries = { access: 'canary-of-access', notes: 'canary-of-notes', hidden: 'canary-of-hidden' } as const;

/** A tenant, an officer, two firms and a stranger; one repair with a whole plan in a home, and others beside it. */
export function smallTown(others = 4): MemoryAuthority {
  const town = new MemoryAuthority(repairs);
  town.person('tim', 'Tim Field', { firm: null, roles: [] });
  town.person('olive', 'Olive Marsh', { firm: null, roles: ['officer'] });
  town.person('brook', 'Bea Brook', { firm: 'brook', roles: [] }, 'Brook Heating');
  town.person('stone', 'Sid Stone', { firm: 'stone', roles: [] }, 'Stone Roofing');
  town.person('stranger', 'Kit Lowe', { firm: null, roles: [] });
  town.unit('firm', 'brook', 'Brook Heating');
  town.unit('firm', 'stone', 'Stone Roofing');
  const open = { tenant: 'tim', officer: 'olive', firm: 'brook', closedAt: null };
  town.record('mill-lane', 'home', { landlord: 'lars' });
  town.record('boiler', 'job', { ...open, home: 'mill-lane' });
  town.write('lars', 'mill-lane', access, (draft) => {
    draft.street = `Mill Lane ${canaries.access}`;
  });
  town.write('olive', 'boiler', plan, (draft) => {
    draft.title = 'The boiler';
    draft.urgency = 'now';
    draft.visitOn = '2026-12-12';
    draft.story.insert(0, 'It went cold.');
    const valve = draft.parts.add({ name: 'Valve', cost: 12.5 });
    const look = draft.steps.add({ what: 'Look at it', by: 'tim', status: 'agreed', uses: [valve] });
    draft.steps.add({
      what: 'Mend it',
      by: 'mill-lane',
      checkedBy: 'stranger',
      at: 'mill-lane',
      firm: 'brook',
      from: look,
    });
  });
  for (let index = 0; index < others; index += 1) {
    const record = `job-${index}`;
    town.record(record, 'job', { ...open, home: null, firm: index % 2 === 0 ? 'brook' : 'stone' });
    town.write('olive', record, plan, (draft) => {
      draft.title = `Zoë's door ${index}`;
      draft.urgency = index % 2 === 0 ? 'soon' : 'later';
      if (index > 0) draft.visitOn = new Date(Date.UTC(2027, 0, 9 + index)).toISOString().slice(0, 10);
    });
  }
  town.record('hidden', 'job', { tenant: 'nobody', officer: 'nobody', firm: null, home: null, closedAt: NOW });
  town.write('nobody', 'hidden', plan, (draft) => {
    draft.title = canaries.hidden;
  });
  return town;
}
