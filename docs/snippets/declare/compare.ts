/** What a change of a schema would mean to devices that still have the old one. */
import { compareSchemas, defineSection, progress, schemaMarkdown, schemaSummary } from '@caseweave/record';
import { visits } from './visits.ts';
import { visits as next } from './visits-2.ts';

console.log(compareSchemas(schemaSummary(visits), schemaSummary(next)));

const wrong = defineSection({ name: 'visits', version: 2, oldestWriter: 1, fields: { purpose: progress(['a', 'b']) } });
const [first] = compareSchemas(schemaSummary(visits), schemaSummary(wrong));
console.log(first?.breaking, first?.path, first?.words);

console.log(schemaMarkdown(visits).split('\n').slice(0, 6).join('\n'));
