import { defineModel } from '@caseweave/model';
import { close, giveToFirm, hideFromAll, nameHome, report } from './decisions.ts';
import { home, homeAccess } from './home.ts';
import { job } from './job.ts';
import { firmNotes, jobDiary, jobPlan } from './plan.ts';
import { staff, type Staff } from './staff.ts';

/** A small domain that has one of everything that a model may declare. */
export const repairs = defineModel({
  name: 'repairs',
  version: 1,
  title: 'Repairs',
  who: {
    title: 'Colleague',
    schema: staff,
    keys: ({ id, firm }: Staff) => [`is:${id}`, ...(firm === null ? [] : [`firm:${firm}`])],
    organisation: { unit: 'firm', of: ({ firm }: Staff) => firm },
  },
  units: { firm: { title: 'Firm', about: 'A firm that repairs homes.' } },
  kinds: [job, home],
  sections: [jobPlan, jobDiary, firmNotes, homeAccess],
  decisions: [report, giveToFirm, close, nameHome, hideFromAll],
});
