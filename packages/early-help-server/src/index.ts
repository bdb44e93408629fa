/**
 * The server for early help: the family model served, with a demo, the import of a directory, and the command that
 * `npm start` runs.
 *
 * @packageDocumentation
 */

// The program
export { commands } from './command/commands.ts';

// The demo
export { demoAuthority } from './demo/demo-authority.ts';
export { demoPeople } from './demo/demo-people.ts';
export type { DemoRecord, DemoSection } from './demo/demo-record.ts';
export { seedDemo, type SeedProgress } from './demo/seed-demo.ts';
export { fillDemo } from './command/fill-demo.ts';

// GraphQL
export { extras } from './graphql/extras.ts';

// Stores of before
export { carryOver } from './carry-over/carry-over.ts';

// The directory
export { importDirectory, type ImportOptions } from './directory-import/import-directory.ts';
export { readDirectory } from './directory-import/read-directory.ts';
export type { DirectoryFile } from './directory-import/directory-file.ts';
export { type ImportReport, reportLines } from './directory-import/import-report.ts';
export { type BadRow, inWords } from './directory-import/bad-row.ts';
