/**
 * The command of a server's program: settings, the store, starting and stopping, and failures in plain words. A program of
 * one's own names its commands and hands them to `main`.
 *
 * @packageDocumentation
 */

// A program
export { type Command, type Given, givenNumber } from './command.ts';
export { main } from './main.ts';
export { run } from './run.ts';
export type { ProcessContext } from './process-context.ts';

// Its commands
export { type Serving, startCommand } from './start-command.ts';
export { resetCommand } from './reset-command.ts';
export { demoServing, modelCommands } from './model-commands.ts';
export type { DemoCommand, DemoPerson, ModelDemo } from '../demo/demo.ts';

// What commands are made of
export { readSettings, type Settings } from './settings.ts';
export { readIssuerSettings } from './issuer-settings.ts';
export { yesOrNo } from './yes-or-no.ts';
export { withNode } from './with-node.ts';
export type { CarriesOver } from './ready-store.ts';
export { inTime } from './progress.ts';
